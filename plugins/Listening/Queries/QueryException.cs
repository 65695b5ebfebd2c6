namespace PluginHost.Listening.Queries;

/// <summary>Ends reading at the first error. It does not leave <see cref="QueryReader"/>.</summary>
internal sealed class QueryException(QueryRefused refused) : Exception
{
    public QueryRefused Refused => refused;
}
