"""Makes the vectors of the draw, by nothing but Python's hashlib: python3 make.py > draw.json. What the plugin computes must be this."""
import hashlib, json

QUICKNET = dict(genesis=1692803367, period=3)

def list_of(ids):
    return sorted({i.encode() for i in ids})

def draw(ids, signature):
    lines = list_of(ids)
    digest = hashlib.sha256(b"".join(line + b"\n" for line in lines)).digest()
    randomness = hashlib.sha256(bytes.fromhex(signature)).digest()
    score = lambda i: hashlib.sha256(randomness + digest + i).hexdigest()
    order = sorted(lines, key=lambda i: (score(i), i))
    return dict(ids=ids, list=[l.decode() for l in lines], digest=digest.hex(), signature=signature, randomness=randomness.hex(),
                order=[l.decode() for l in order], scores=[score(l) for l in order])

# Round 1000 of quicknet, as its hosts publish it; the others are made up, which the draw cannot know.
ROUND_1000 = "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39"
MADE_UP = hashlib.sha512(b"made up").hexdigest()[:96]

X = ["783214", "12", "9", "44196397", "12"]
MASTODON = ["https://mastodon.example/users/kari", "https://mastodon.example/users/Kari", "https://social.example/users/åse", "https://social.example/users/zoë"]
BLUESKY = ["did:plc:ewvi7nxzyoun6zhxrhs64oiz", "did:web:example.org", "did:plc:z72i7hdynmk6r22z27h6tvur"]
MIXED = ["é", "e\u0301", "z", "Z", "ﬀ", "\U0001F366", "\uFFFD-", "a", "10", "9", "ø", "Ø", "\uFF5E"]

print(json.dumps(dict(
    rounds=[dict(at="2026-04-20T00:00:00Z", unix=1776643200, round=27946612), dict(at="2023-08-23T15:09:27Z", unix=QUICKNET["genesis"], round=1),
            dict(at="2023-08-23T15:09:29Z", unix=QUICKNET["genesis"] + 2, round=1), dict(at="2023-08-23T15:09:30Z", unix=QUICKNET["genesis"] + 3, round=2)],
    draws=[draw(["only"], ROUND_1000), draw(X, ROUND_1000), draw(MASTODON, MADE_UP), draw(BLUESKY, ROUND_1000), draw(MIXED, MADE_UP),
           draw([f"did:plc:{n:04d}" for n in range(40)], ROUND_1000)]), ensure_ascii=False, indent=1))
