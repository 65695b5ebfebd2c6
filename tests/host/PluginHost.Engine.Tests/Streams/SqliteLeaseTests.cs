using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Streams;

public sealed class SqliteLeaseTests() : LeaseTests(StoreDialect.Sqlite);
