using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Streams;

public sealed class PostgresReadingTests() : ReadingTests(StoreDialect.Postgres);
