using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Streams;

public sealed class SqliteReadingTests() : ReadingTests(StoreDialect.Sqlite);
