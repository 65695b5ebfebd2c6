using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Streams;

public sealed class SqliteTakingTests() : TakingTests(StoreDialect.Sqlite);
