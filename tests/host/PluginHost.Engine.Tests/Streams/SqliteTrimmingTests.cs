using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Streams;

public sealed class SqliteTrimmingTests() : TrimmingTests(StoreDialect.Sqlite);
