using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Streams;

public sealed class PostgresTrimmingTests() : TrimmingTests(StoreDialect.Postgres);
