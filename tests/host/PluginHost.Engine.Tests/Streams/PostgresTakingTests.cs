using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Streams;

public sealed class PostgresTakingTests() : TakingTests(StoreDialect.Postgres);
