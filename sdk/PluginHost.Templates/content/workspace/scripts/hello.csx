// A campaign is a script. This one says a word on one profile; "pluginhost globals" lists what else a script can say.
var post = await Publish.Now("@me", $"Good {(Now.Hour < 12 ? "morning" : "evening")}. It is {Now:HH:mm} here.");

Say($"{post.Targets[0].Profile} said: {post.Targets[0].Text}");
