using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

public sealed class SqliteStoreJournalTests() : StoreJournalTests(StoreDialect.Sqlite);
