using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// Finds where a script needs a check, and what to write there: at the head of every loop and before every jump, at the entry of everything that can
/// be called, lambdas included. Entries also look how much stack is left: a recursion without an end must not end the process.
/// </summary>
/// <remarks>Expression trees stay as they are: whoever reads them would not know a check. What the compiler writes (records) cannot be reached.</remarks>
internal sealed class GuardWalker(SemanticModel model) : CSharpSyntaxWalker
{
    private const string Check = $"if ({ScriptGuard.ClassName}.Stopping) {ScriptGuard.ClassName}.Halt(); ";
    private const string Enter = $"{Check}global::System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack(); ";

    // A finalizer that throws ends the process, and finalizers run after the script was stopped.
    private const string Try = "try { ";
    private const string EndTry =
        $" }} catch (global::System.OperationCanceledException) when ({ScriptGuard.ClassName}.Stopping) {{ }}";

    private readonly List<TextChange> _changes = [];

    // The local variable that holds the flag, of each function that is walked through; null: it has no loop of its own.
    private readonly Stack<string?> _flags = [];
    private int _filters;
    private int _named;

    // The flag of an assembly that can be unloaded is looked for at each use; a function looks for it once and keeps it.
    private string CheckOfLoop => _flags.TryPeek(out var flag) && flag is not null ? $"if ({flag}.IsUp) {ScriptGuard.ClassName}.Halt(); " : Check;

    /// <summary>What to write, in the order of the text.</summary>
    public IReadOnlyList<TextChange> Changes => _changes;

    public void Insert(int position, string text) => _changes.Add(new TextChange(new TextSpan(position, 0), text));

    public override void Visit(SyntaxNode? node)
    {
        switch (node)
        {
            case LambdaExpressionSyntax lambda when IsExpressionTree(lambda):
                return;
            case BlockSyntax { Parent: DestructorDeclarationSyntax } block:
                Within(block, Try + Enter, EndTry);
                return;
            case BlockSyntax block when IsBodyOfFunction(block):
                WithinFunction(block);
                return;
            case BlockSyntax block when IsBodyOfLoop(block):
                Within(block, CheckOfLoop, "");
                return;
            case StatementSyntax statement when statement is GotoStatementSyntax || IsBodyOfLoop(statement):
                Around(statement, $"{{ {CheckOfLoop}", " }");
                return;
            case ExpressionSyntax { Parent: LambdaExpressionSyntax lambda } body when lambda.ExpressionBody == body && IsReturned(lambda) is { } returned:
                Around(body, $"{{ {(CallsNothing(body) ? Check : Enter)}{Return(body, returned)}", "; }");
                return;
            case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax } arrow:
                Instead(arrow, $"{{ get {{ {Enter}{Return(arrow.Expression, true)}", " } }");
                return;
            case ArrowExpressionClauseSyntax { Parent: DestructorDeclarationSyntax } arrow:
                Instead(arrow, $"{{ {Try}{Enter}", $"{EndTry} }}");
                return;
            case ArrowExpressionClauseSyntax arrow when model.GetDeclaredSymbol(arrow.Parent!) is IMethodSymbol method:
                Instead(arrow, $"{{ {Enter}{Return(arrow.Expression, !GivesNothing(method))}", " }");
                return;
            case ExpressionSyntax { Parent: EqualsValueClauseSyntax initializer } value when RunsWithConstructor(initializer):
                Around(value, $"({ScriptGuard.ClassName}.Enter() ? (", ") : throw null)");
                return;
            case ExpressionSyntax { Parent: (WhereClauseSyntax or SelectClauseSyntax) and var clause } value when IsCalledByQuery(clause):
                Around(value, $"{ScriptGuard.ClassName}.Pass(", ")");
                return;
            case ExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } value when assignment.Right == value && IsLetGo(assignment):
                Around(value, $"{ScriptGuard.ClassName}.Watch(", ")");
                return;
            case CatchClauseSyntax clause when CatchesTheEnd(clause):
                Filter(clause);
                return;
            default:
                base.Visit(node);
                return;
        }
    }

    private static bool IsBodyOfLoop(StatementSyntax statement) => statement.Parent switch
    {
        WhileStatementSyntax loop => loop.Statement == statement,
        DoStatementSyntax loop => loop.Statement == statement,
        ForStatementSyntax loop => loop.Statement == statement,
        CommonForEachStatementSyntax loop => loop.Statement == statement,
        _ => false,
    };

    private static bool IsBodyOfFunction(BlockSyntax block) =>
        block.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax;

    private static bool HasLoop(BlockSyntax block) => block
        .DescendantNodes(node => node == block || node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
        .Any(node => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax);

    private static bool GivesNothing(IMethodSymbol method) =>
        method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false });

    // Who calls nothing calls not itself: the way round leads through somebody who asks for stack. Such lambdas are called millions of times.
    private static bool CallsNothing(ExpressionSyntax body) => !body.DescendantNodesAndSelf().Any(node => node
        is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax or AwaitExpressionSyntax
        or InterpolatedStringExpressionSyntax or QueryExpressionSyntax or CollectionExpressionSyntax or AnonymousFunctionExpressionSyntax);

    private static string Return(ExpressionSyntax expression, bool isReturned) => isReturned && expression is not ThrowExpressionSyntax ? "return " : "";

    // Fields of a type are set before its constructor is entered, and may make another of their own kind. At the top level they are statements.
    private static bool RunsWithConstructor(EqualsValueClauseSyntax initializer)
    {
        SyntaxNode? member = initializer.Parent is VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } ? field : initializer.Parent;
        return member is FieldDeclarationSyntax or PropertyDeclarationSyntax
            && member.Parent is TypeDeclarationSyntax
            && !((MemberDeclarationSyntax)member).Modifiers.Any(SyntaxKind.StaticKeyword)
            && initializer.Value is not InitializerExpressionSyntax
            && initializer.Value
                .DescendantNodesAndSelf(inner => inner is not AnonymousFunctionExpressionSyntax)
                .Any(inner => inner is BaseObjectCreationExpressionSyntax);
    }

    private static bool IsExpressionTree(ITypeSymbol? type) => type?.ContainingNamespace?.ToDisplayString() == "System.Linq.Expressions";

    private bool IsExpressionTree(LambdaExpressionSyntax lambda) => IsExpressionTree(model.GetTypeInfo(lambda).ConvertedType);

    private bool? IsReturned(LambdaExpressionSyntax lambda) =>
        model.GetSymbolInfo(lambda).Symbol is IMethodSymbol method ? !GivesNothing(method) : null;

    // "select x" alone may be nothing that is called.
    private bool IsCalledByQuery(SyntaxNode clause)
    {
        var method = clause is SelectClauseSyntax ? model.GetSymbolInfo(clause).Symbol : model.GetQueryClauseInfo((QueryClauseSyntax)clause).OperationInfo.Symbol;
        return method is IMethodSymbol { Parameters: [.., var last] } && !IsExpressionTree(last.Type);
    }

    // "_ = F();": nobody would hear of it if it fails.
    private bool IsLetGo(AssignmentExpressionSyntax assignment) =>
        assignment.Left is IdentifierNameSyntax { Identifier.ValueText: "_" }
        && model.GetSymbolInfo(assignment.Left).Symbol is IDiscardSymbol
        && IsTask(model.GetTypeInfo(assignment.Right).Type);

    private static bool IsTask(ITypeSymbol? type) =>
        type is not null && (type.ToDisplayString() == "System.Threading.Tasks.Task" || IsTask(type.BaseType));

    private bool CatchesTheEnd(CatchClauseSyntax clause) => clause.Declaration is null
        || model.GetTypeInfo(clause.Declaration.Type).Type is ITypeParameterSymbol or
        {
            Name: nameof(Exception) or nameof(SystemException) or nameof(OperationCanceledException) or nameof(InsufficientExecutionStackException),
            ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true },
        };

    // Who catches the end of the stack, or of the run, and calls on from there, piles up handlers until the process ends.
    private void Filter(CatchClauseSyntax clause)
    {
        var name = clause.Declaration is { Identifier.ValueText: { Length: > 0 } given } ? given : $"__caught{_filters++}";
        if (clause.Declaration is not { } declaration)
            Insert(clause.CatchKeyword.Span.End, $" (global::System.Exception {name})");
        else if (declaration.Identifier.IsKind(SyntaxKind.None))
            Insert(declaration.CloseParenToken.SpanStart, $" {name}");

        var condition = $"{ScriptGuard.ClassName}.MayCatch(@{name})";
        if (clause.Filter is { } filter)
        {
            Insert(filter.OpenParenToken.Span.End, $"{condition} && (");
            Visit(filter.FilterExpression);
            Insert(filter.CloseParenToken.SpanStart, ")");
        }
        else
        {
            Insert(clause.Declaration?.Span.End ?? clause.CatchKeyword.Span.End, $" when ({condition})");
        }

        Visit(clause.Block);
    }

    private void WithinFunction(BlockSyntax block)
    {
        var flag = HasLoop(block) ? $"__stop{_named++}" : null;
        _flags.Push(flag);
        Within(block, flag is null ? Enter : $"{Enter}var {flag} = {ScriptGuard.ClassName}.Sign.Of; ", "");
        _flags.Pop();
    }

    private void Within(BlockSyntax block, string atStart, string atEnd)
    {
        Insert(block.OpenBraceToken.Span.End, $" {atStart}");
        base.Visit(block);
        if (atEnd.Length > 0)
            Insert(block.CloseBraceToken.SpanStart, atEnd);
    }

    private void Around(SyntaxNode node, string before, string after)
    {
        Insert(node.SpanStart, before);
        base.Visit(node);
        Insert(node.Span.End, after);
    }

    private void Instead(ArrowExpressionClauseSyntax arrow, string opening, string closing)
    {
        _changes.Add(new TextChange(arrow.ArrowToken.Span, opening));
        base.Visit(arrow);
        Insert(arrow.GetLastToken().GetNextToken().Span.End, closing);
    }
}
