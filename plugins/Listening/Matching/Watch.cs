using PluginHost.Campaigns;
using PluginHost.Listening.People;
using PluginHost.Listening.Queries;
using PluginHost.Sdk;

namespace PluginHost.Listening.Matching;

/// <summary>All that is listened for at one moment, ready to match with.</summary>
internal sealed record Watch
{
    public required IMatcher Matcher { get; init; }

    /// <summary>What networks are asked for.</summary>
    public required PublicQuery Asked { get; init; }

    /// <summary>How many queries there are. Where there are none, nobody is asked for anything.</summary>
    public required int Queries { get; init; }

    /// <param name="reads">Reads the queries.</param>
    /// <param name="now">What scripts have not asked for since long is left out.</param>
    public static async Task<Watch> ReadAsync(IReads reads, DateTimeOffset now)
    {
        var lists = (await PeopleLists.ReadAsync(reads)).ToLookup(entry => entry.List, entry => entry.Handle);
        var queries = new List<MatchedQuery>();
        foreach (var saved in await QueryBook.ReadActiveAsync(reads, now))
        {
            // It was read before it was saved; a newer program may have saved what this one does not know.
            if (QueryReader.Read(saved.Text) is QueryRead { Query: var query })
                queries.Add(new MatchedQuery(saved.Id, WithPeople(query, lists)));
        }

        // A list on which nobody is asks for nothing, and to ask a network for nothing is to ask for everything.
        var asked = queries.SelectMany(query => Anchors.Of(query.Query)!).SelectMany(Anchors.Asked).Distinct().ToList();
        return new Watch { Matcher = new PlainMatcher(queries), Asked = new PublicQuery { AnyOf = asked }, Queries = asked.Count == 0 ? 0 : queries.Count };
    }

    /// <summary>Puts people in where a query names their list.</summary>
    public static QueryNode WithPeople(QueryNode query, ILookup<string, string> lists) => query switch
    {
        ListTerm list => new FromTerm(lists[list.List].ToHashSet(StringComparer.Ordinal)),
        AllOf all => new AllOf([.. all.Parts.Select(part => WithPeople(part, lists))]),
        AnyOf any => new AnyOf([.. any.Parts.Select(part => WithPeople(part, lists))]),
        NotOf not => new NotOf(WithPeople(not.Part, lists)),
        var term => term,
    };
}
