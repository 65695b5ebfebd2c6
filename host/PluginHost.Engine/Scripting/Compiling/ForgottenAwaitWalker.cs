using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PluginHost.Engine.Scripting;

/// <summary>Walks one file of a script and notes where something that could be awaited is dropped.</summary>
internal sealed class ForgottenAwaitWalker(SemanticModel model, AwaitableVariables variables) : CSharpSyntaxWalker
{
    private readonly Dictionary<ITypeSymbol, bool> _awaitable = new(SymbolEqualityComparer.Default);
    private readonly HashSet<SyntaxNode> _receivers = [];

    /// <summary>What is dropped.</summary>
    public List<ExpressionSyntax> Discarded { get; } = [];

    /// <summary>Statements that go on with what a variable holds, such as <c>post.On(…)</c>: the variable is what must be awaited.</summary>
    public List<ExpressionSyntax> Continued { get; } = [];

    public override void VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        Drop(node.Expression);
        base.VisitExpressionStatement(node);
    }

    public override void VisitForStatement(ForStatementSyntax node)
    {
        foreach (var expression in node.Initializers.Concat(node.Incrementors))
            Drop(expression);

        base.VisitForStatement(node);
    }

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        DropBody(node, node.ExpressionBody);
        base.VisitSimpleLambdaExpression(node);
    }

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        DropBody(node, node.ExpressionBody);
        base.VisitParenthesizedLambdaExpression(node);
    }

    public override void VisitArrowExpressionClause(ArrowExpressionClauseSyntax node)
    {
        if (node.Parent is { } member && model.GetDeclaredSymbol(member) is IMethodSymbol method && IgnoresItsResult(method))
            Drop(node.Expression);

        base.VisitArrowExpressionClause(node);
    }

    public override void VisitVariableDeclarator(VariableDeclaratorSyntax node)
    {
        if (node.Initializer is { } initializer && node.Identifier.ValueText != "_" && model.GetDeclaredSymbol(node) is { } variable)
            Give(variable, initializer.Value);

        base.VisitVariableDeclarator(node);
    }

    public override void VisitAssignmentExpression(AssignmentExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.SimpleAssignmentExpression)
            && node.Left is IdentifierNameSyntax left
            && IsVariable(model.GetSymbolInfo(left).Symbol, out var variable))
        {
            Give(variable, node.Right);
            Visit(node.Right);
            return;
        }

        base.VisitAssignmentExpression(node);
    }

    public override void VisitIdentifierName(IdentifierNameSyntax node)
    {
        if (!_receivers.Contains(node) && IsVariable(model.GetSymbolInfo(node).Symbol, out var variable))
            variables.Use(variable);
    }

    private static bool IsVariable(ISymbol? symbol, out ISymbol variable)
    {
        variable = symbol!;
        return symbol is ILocalSymbol or IFieldSymbol;
    }

    // What a call or "new" gives. An awaited task of a task is left alone: "await Task.WhenAny(a, b);" is how one waits for either.
    private static bool IsMade(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ConditionalAccessExpressionSyntax;

    private static bool IgnoresItsResult(IMethodSymbol method) => method.ReturnsVoid
        || (method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false });

    private void Drop(ExpressionSyntax expression)
    {
        if (!IsDroppable(expression) || model.GetTypeInfo(expression).Type is not { } type || !IsAwaitable(type))
            return;

        if (FindContinued(expression, type) is { } receiver)
        {
            Continued.Add(expression);
            _receivers.Add(receiver);
        }
        else
        {
            Discarded.Add(expression);
        }
    }

    // Of a script's last value, unlike of a statement, any expression may be it.
    private static bool IsDroppable(ExpressionSyntax expression) => IsMade(expression)
        || (expression.Parent is ExpressionStatementSyntax { SemicolonToken.IsMissing: true } && expression is not AssignmentExpressionSyntax);

    private void DropBody(LambdaExpressionSyntax lambda, ExpressionSyntax? body)
    {
        if (body is not null && model.GetSymbolInfo(lambda).Symbol is IMethodSymbol method && IgnoresItsResult(method))
            Drop(body);
    }

    private void Give(ISymbol variable, ExpressionSyntax value)
    {
        if (IsMade(value) && model.GetTypeInfo(value).Type is { } type && IsAwaitable(type))
            variables.Give(variable, value);
    }

    // A chain of calls that all give what they were called on, down to a variable. Tasks are no such builders: t.ContinueWith gives another task.
    private IdentifierNameSyntax? FindContinued(ExpressionSyntax expression, ITypeSymbol type)
    {
        if (type.ContainingNamespace?.ToDisplayString() == "System.Threading.Tasks")
            return null;

        var at = expression;
        while (at is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member }
            && SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(member.Expression).Type, type))
        {
            at = member.Expression;
        }

        return at != expression
            && at is IdentifierNameSyntax name
            && model.GetSymbolInfo(name).Symbol is ILocalSymbol or IFieldSymbol or IParameterSymbol
                ? name
                : null;
    }

    private bool IsAwaitable(ITypeSymbol type)
    {
        if (!_awaitable.TryGetValue(type, out var known))
        {
            known = type.TypeKind is not (TypeKind.Dynamic or TypeKind.Error) && model
                .LookupSymbols(0, type, WellKnownMemberNames.GetAwaiter, includeReducedExtensionMethods: true)
                .Any(symbol => symbol is IMethodSymbol { Parameters.Length: 0, ReturnsVoid: false, IsStatic: false });
            _awaitable[type] = known;
        }

        return known;
    }
}
