using System.Diagnostics;

// Stands in for the attribute that the compiler would write, which asks the runtime not to optimise either.
[assembly: Debuggable(DebuggableAttribute.DebuggingModes.IgnoreSymbolStoreSequencePoints)]
