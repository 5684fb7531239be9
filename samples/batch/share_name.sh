# Where the shares of a run lie; read by the other scripts here.

# share_name DEST NUMBER: DEST.share-3, and news.share-3.tar.zst for news.tar.zst.
share_name() {
  case $1 in
    *.tar.zst) echo "${1%.tar.zst}.share-$2.tar.zst" ;;
    *.tar) echo "${1%.tar}.share-$2.tar" ;;
    *) echo "$1.share-$2" ;;
  esac
}

# is_complete SHARE: the last line of the journal ends a complete run.
is_complete() {
  if test -d "$1"; then state=$1/.galley; else state=$1.galley; fi
  tail -n 1 "$state/journal.jsonl" 2> /dev/null | grep -q '^{"end":true'
}

# keep_clock DEST: one instant for all shares, however often they are begun.
keep_clock() {
  test -s "$1.clock" || date -u +%Y-%m-%dT%H:%M:%SZ > "$1.clock"
}
