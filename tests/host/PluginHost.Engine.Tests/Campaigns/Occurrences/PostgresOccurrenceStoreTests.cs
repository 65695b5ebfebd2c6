using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Campaigns.Occurrences;

public sealed class PostgresOccurrenceStoreTests() : OccurrenceStoreTests(StoreDialect.Postgres);
