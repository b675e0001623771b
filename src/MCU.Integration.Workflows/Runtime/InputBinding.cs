using MCU.Integration.Workflows.Expressions;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>An input of a node: its prepared expression and the type of its value.</summary>
public sealed record InputBinding(string Name, Type Type, CompiledExpression Expression, bool AutoEvaluate, bool IsSensitive);
