namespace PluginHost.Listening.Queries;

/// <summary>What came of reading a query: <see cref="QueryRead"/> or <see cref="QueryRefused"/>.</summary>
internal abstract record QueryReading;
