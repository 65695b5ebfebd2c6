// Today's flavours, at opening time. The menu is a table that anybody in the shop can edit: flavours.csv.

var menu = Csv.Read("flavours.csv").Where(row => row["day"] == Today.DayOfWeek.ToString());

var post = await Publish.Now("@slocombe", $"Today: {menu.Join("flavour")}. Come early.");

Say($"{post.Targets.Count} profile said: {post.Targets[0].Text}");
