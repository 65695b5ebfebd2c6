using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Campaigns.Occurrences;

public sealed class SqliteOccurrenceStoreTests() : OccurrenceStoreTests(StoreDialect.Sqlite);
