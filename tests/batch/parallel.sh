need parallel
commands=$(block 'sh parallel')
[[ $commands == *coopmine* ]] || fail "README.md says nothing of parallel"
bash -euc "$commands" 2>&1
same part?.jsonl
