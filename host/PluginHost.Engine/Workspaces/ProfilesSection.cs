using PluginHost.Campaigns;
using PluginHost.Engine.Data.Yaml;
using PluginHost.Sdk;

namespace PluginHost.Engine.Workspaces;

/// <summary>Reads <c>profiles:</c>, a mapping from names with an at sign to network, the network that it stands for, handle, purpose, language and budget.</summary>
internal sealed class ProfilesSection(FileProblems problems)
{
    private static readonly string[] Keys = ["network", "server", "as", "handle", "purpose", "language", "budget"];

    public IReadOnlyList<ProfileEntry> Read(YamlEntry profiles)
    {
        if (profiles.Value is YamlScalar { IsNothing: true } || !profiles.TryMapping(problems, "\"@me\": { network: rehearsal }", out var mapping))
            return [];

        var entries = new List<ProfileEntry>(mapping.Entries.Count);
        foreach (var entry in mapping.Entries)
        {
            CheckName(entry);
            if (entry.TryMapping(problems, "{ network: rehearsal }", out var keys) && ReadEntry(entry, keys) is { } profile)
                entries.Add(profile);
        }

        return entries;
    }

    private string Known(YamlEntry key, string network)
    {
        if (KnownNetworks.Knows(network))
            return network;

        problems.Add(
            key.Line,
            $"\"{network}\" is no network whose rules are known.{Nearest.Hint(network, KnownNetworks.Names)} Known are {string.Join(", ", KnownNetworks.Names)}.");
        return "";
    }

    private void CheckName(YamlEntry entry)
    {
        var name = entry.Key;
        if (!name.StartsWith('@'))
            problems.Add(entry.Line, $"a profile's name begins with @, in quotes because YAML keeps @ for itself: \"@{name}\".");
        else if (name.Length == 1 || name.AsSpan(1).ContainsAny("@ \t\r\n"))
            problems.Add(entry.Line, $"\"{name}\" is no profile's name. Write @ and a word, as \"@telco_help\".");
    }

    private ProfileEntry? ReadEntry(YamlEntry entry, YamlMapping keys)
    {
        string? network = null;
        var profile = new Profile { Name = entry.Key, Network = "", Handle = entry.Key.StartsWith('@') ? entry.Key[1..] : entry.Key };
        var networkLine = entry.Line;
        foreach (var key in keys.Entries)
        {
            switch (key.Key)
            {
                case "network":
                    networkLine = key.Line;
                    network = key.TryText(problems, out var id) ? id : "";
                    break;
                case "server":
                    if (key.TryText(problems, out var server))
                        profile = profile with { Server = ServerAt(key, server) };
                    break;
                case "as":
                    if (key.TryText(problems, out var real))
                        profile = profile with { As = Known(key, real) };
                    break;
                case "handle":
                    if (key.TryText(problems, out var handle))
                        profile = profile with { Handle = handle };
                    break;
                case "purpose":
                    if (key.TryText(problems, out var purpose))
                        profile = profile with { Purpose = purpose };
                    break;
                case "language":
                    if (!key.TryText(problems, out var language))
                        break;

                    if (!LanguageText.IsValid(language))
                        problems.Add(key.Line, LanguageText.Explain(language));

                    profile = profile with { Language = language };
                    break;
                case "budget":
                    profile = profile with { Budget = ReadBudget(key) };
                    break;
                case var secret when SecretName.IsOne(secret):
                    problems.Add(key.Line, $"\"{secret}\": profiles have no secrets here, because this file is shown, shared and committed. Take it out, and let the profile log in: pluginhost profiles login {entry.Key}");
                    break;
                default:
                    problems.AddUnknown(key, $"in \"{entry.Key}\"", Keys);
                    break;
            }
        }

        if (network is not null)
            return new ProfileEntry { Profile = profile with { Network = network }, Line = entry.Line, NetworkLine = networkLine };

        problems.Add(entry.Line, $"\"{entry.Key}\" has no network. Name one, as network: rehearsal.");
        return null;
    }

    private string ServerAt(YamlEntry key, string server)
    {
        if (Uri.TryCreate(server, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address is { UserInfo: "", Query: "", Fragment: "" })
            return server.TrimEnd('/');

        problems.Add(key.Line, $"\"{server}\" is no server's address. Write it with its scheme and nothing behind it, as https://mastodon.example.");
        return "";
    }

    private Budget? ReadBudget(YamlEntry key)
    {
        if (!key.TryText(problems, out var text))
            return null;

        var budget = Budget.Parse(text);
        if (budget is null)
            problems.Add(key.Line, $"\"{text}\" is no budget. Write a sum with its currency, and for how long, as 5 USD/day, 100 USD/month, or 20 USD for ever.");

        return budget;
    }
}
