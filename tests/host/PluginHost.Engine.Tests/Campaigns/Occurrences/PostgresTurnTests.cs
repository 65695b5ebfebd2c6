using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Campaigns.Occurrences;

public sealed class PostgresTurnTests() : TurnTests(StoreDialect.Postgres);
