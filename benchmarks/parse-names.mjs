// Reads each name of a file with parsers of npm, again and again for a while; prints names a second.
import { readFileSync } from "node:fs";
import { parseTorrentTitle } from "@viren070/parse-torrent-title";
import torrentTitle from "parse-torrent-title";

const names = readFileSync(process.argv[2], "utf8").split("\n").filter((line) => line.trim());
const WARM_UP_SECONDS = 5;
const SECONDS = 10;

function run(parse, seconds) {
  const start = process.hrtime.bigint();
  const end = start + BigInt(seconds * 1e9);
  let parsed = 0;
  while (process.hrtime.bigint() < end) {
    for (const name of names) {
      parse(name);
    }
    parsed += names.length;
  }
  return (parsed * 1e9) / Number(process.hrtime.bigint() - start);
}

function race(label, parse) {
  run(parse, WARM_UP_SECONDS);
  console.log(`${label}: ${Math.round(run(parse, SECONDS))} names/s`);
}

race("@viren070/parse-torrent-title", parseTorrentTitle);
race("parse-torrent-title", torrentTitle.parse);
