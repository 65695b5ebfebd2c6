using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Streams;

public sealed class SqliteKillTests() : KillTests(StoreDialect.Sqlite);
