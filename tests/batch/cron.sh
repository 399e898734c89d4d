# cron itself, in a mount namespace of its own, so that it reads no other crontab and no other cron reads this one.
need cron sqlite3
[ "$(id -u)" -eq 0 ] || skip "cron needs root"
unshare --mount true 2> /dev/null || skip "no mount namespace can be made here"

line=$(block crontab)
[[ $line == *coopmine* ]] || fail "README.md has no crontab"
mkdir "$scratch/cron.d" "$scratch/crontabs" "$scratch/run"
cat > "$scratch/cron.d/coopmine" << END
SHELL=/bin/bash
PATH=$PATH
HOME=$PWD
MAILTO=""
$(sed -E 's/^([^ ]+ +){5}/* * * * * root /' <<< "$line")
END
chmod 644 "$scratch/cron.d/coopmine"
unshare --mount bash -c '
  mount --bind "$0/cron.d" /etc/cron.d && mount --bind "$0/crontabs" /var/spool/cron/crontabs &&
  mount --bind "$0/run" /run && exec cron -f' "$scratch" &
children+=($!)

done_in_order() { [ "$(sqlite3 -readonly news.state 'SELECT open FROM outputs')" = 0 ]; }
until_true done_in_order
same news.jsonl
# The next minute adds nothing.
touch "$scratch/mark"
later() { [ news.state -nt "$scratch/mark" ] && done_in_order; }
until_true later
same news.jsonl
