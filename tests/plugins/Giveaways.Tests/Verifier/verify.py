"""Verifies a proof of a giveaway by Python alone, and prints who has which prize: python3 verify.py FILE."""
import hashlib, json, sys

sha = lambda data: hashlib.sha256(data)
data = open(sys.argv[1], "rb").read()
lines = data.split(b"\n")
assert lines.pop() == b"" and lines[-1] == b'{"sha256":"%s"}' % sha(data[:-len(lines[-1]) - 1]).hexdigest().encode(), "the file was changed"
head, terms = json.loads(lines[0]), json.loads(lines[1])["terms"]
ids = [json.loads(line)["entrant"].encode() for line in lines[2:2 + head["entrants"]]]
log, previous = lines[2 + head["entrants"]:-1], "0" * 64
assert ids == sorted(set(ids)) and len(log) == head["log"], "the list is not sorted, or the log was cut"
for line in log:
    assert json.loads(line)["previous"] == previous, "the log was changed"
    previous = sha(line).hexdigest()
assert previous == head["head"], "the log was cut"
steps = [json.loads(line) for line in log]
last = lambda step: [s for s in steps if s["step"] == step][-1]
named, drawn = last("named"), last("drawn")
digest, randomness = sha(b"".join(i + b"\n" for i in ids)), sha(bytes.fromhex(drawn["signature"]))
assert digest.hexdigest() == last("frozen")["list"] == named["list"] and sha(terms.encode()).hexdigest() == named["terms"], "list or rules are not those published"
assert named["round"] == last("committed")["round"] == drawn["round"] and randomness.hexdigest() == drawn["randomness"], "round or randomness do not fit"
assert min(p["at"] for p in last("committed")["posts"]) < named["comes"], "published too late"
order = sorted(ids, key=lambda i: (sha(randomness.digest() + digest.digest() + i).digest(), i))
prizes, turn = json.loads(terms)["prizes"], min(len(json.loads(terms)["prizes"]), len(order))
holders = dict(enumerate(order[:turn], 1))
for step in (s for s in steps if s["step"] == "passed-on"):
    assert holders.pop(step["prize"]).decode() == step["id"] and step["reason"], "a prize was taken from somebody else, or without a reason"
    turn, holders = turn + 1, holders | ({step["prize"]: order[turn]} if turn < len(order) else {})
print("\n".join(f"{n}\t{holders[n].decode()}" for n in sorted(holders)))
