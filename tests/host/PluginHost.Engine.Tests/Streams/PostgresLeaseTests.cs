using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Streams;

public sealed class PostgresLeaseTests() : LeaseTests(StoreDialect.Postgres);
