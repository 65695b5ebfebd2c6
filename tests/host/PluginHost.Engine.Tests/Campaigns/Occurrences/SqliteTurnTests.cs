using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Campaigns.Occurrences;

public sealed class SqliteTurnTests() : TurnTests(StoreDialect.Sqlite);
