using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>
/// A file as the rules see it: everything that may matter, found in one walk. A rule is a question to it. All of it works with code that
/// does not compile, too: names are read from the syntax, and only then confirmed by symbols, if there are any.
/// </summary>
internal sealed class CodeFile
{
    private readonly SemanticModelAnalysisContext _context;
    private ImmutableArray<FieldGroup>? _groups;
    private bool? _isTest;

    public CodeFile(Project project, SemanticModelAnalysisContext context)
    {
        _context = context;
        Project = project;
        Options = new(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.SemanticModel.SyntaxTree));
        Root = context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken);
        Values = new(context.SemanticModel, context.CancellationToken);
        FileWalk.Run(this);
    }

    public Project Project { get; }

    public FileOptions Options { get; }

    public SyntaxNode Root { get; }

    public SemanticModel Model => _context.SemanticModel;

    /// <summary>Follows values to where they come from.</summary>
    public ValueTracer Values { get; }

    public CancellationToken CancellationToken => _context.CancellationToken;

    public List<OAuthField> Fields { get; } = [];

    public List<TextTemplate> Texts { get; } = [];

    public List<InvocationExpressionSyntax> Calls { get; } = [];

    public List<BaseObjectCreationExpressionSyntax> Creations { get; } = [];

    public List<AssignmentExpressionSyntax> Assignments { get; } = [];

    public List<BinaryExpressionSyntax> Comparisons { get; } = [];

    /// <summary>What is read or set by a key: <c>query["code"]</c>.</summary>
    public List<ElementAccessExpressionSyntax> Elements { get; } = [];

    /// <summary>Each <c>DateTime.Now</c>.</summary>
    public List<MemberAccessExpressionSyntax> LocalTimes { get; } = [];

    public List<AttributeSyntax> Attributes { get; } = [];

    public List<TryStatementSyntax> Tries { get; } = [];

    public List<BaseMethodDeclarationSyntax> Methods { get; } = [];

    public List<TypeDeclarationSyntax> Types { get; } = [];

    /// <summary>Whether the file tests other code. Most rules ask.</summary>
    public bool IsTest => _isTest ??= TestCode.Is(this);

    /// <summary>The requests that the file makes, as far as their parameters stand together.</summary>
    public ImmutableArray<FieldGroup> Groups => _groups ??= Fields.GroupBy(stated => stated.Group).Select(group => new FieldGroup([.. group])).ToImmutableArray();

    /// <summary>The last name of a call: <c>GetAsync</c> of <c>client.GetAsync(…)</c>.</summary>
    public static string? NameOf(InvocationExpressionSyntax call) => NameOf(call.Expression);

    /// <summary>The last name of an expression: <c>AccessToken</c> of <c>result?.AccessToken</c>.</summary>
    public static string? NameOf(ExpressionSyntax? expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        ConditionalAccessExpressionSyntax conditional => NameOf(conditional.WhenNotNull),
        ParenthesizedExpressionSyntax parenthesized => NameOf(parenthesized.Expression),
        PostfixUnaryExpressionSyntax unary => NameOf(unary.Operand),
        AwaitExpressionSyntax await => NameOf(await.Expression),
        CastExpressionSyntax cast => NameOf(cast.Expression),
        _ => null,
    };

    /// <summary>What a call is made on: <c>client</c> of <c>client.GetAsync(…)</c>, also of <c>client?.GetAsync(…)</c>.</summary>
    public static ExpressionSyntax? ReceiverOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Expression,
        // Of a?.B()?.C() the second call is made on the first.
        MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(
            conditional => conditional.WhenNotNull.FullSpan.Contains(binding.FullSpan))?.Expression,
        _ => null,
    };

    /// <summary>The method, property, accessor, field or lambda-free member that a node stands in; of top-level statements, the file.</summary>
    public static SyntaxNode? MemberOf(SyntaxNode node) =>
        node.FirstAncestorOrSelf<SyntaxNode>(member => member is CompilationUnitSyntax
            || (member is MemberDeclarationSyntax and not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax or GlobalStatementSyntax)));

    /// <summary>The text of an expression, if that is known at compile time.</summary>
    public string? Constant(ExpressionSyntax? expression) => Values.Constant(expression);

    public void Report(DiagnosticDescriptor rule, SyntaxNode node, params object?[] arguments) => Report(rule, node.GetLocation(), null, arguments);

    /// <summary>Reports with less weight: the evidence is thinner, or what is there may be right.</summary>
    public void ReportInfo(DiagnosticDescriptor rule, SyntaxNode node, params object?[] arguments) =>
        Report(rule, node.GetLocation(), DiagnosticSeverity.Info, arguments);

    /// <summary>Reports an expression together with the one that belongs in its place, if that is certain.</summary>
    public void ReportFixable(DiagnosticDescriptor rule, SyntaxNode node, string? replacement, params object?[] arguments) =>
        _context.ReportDiagnostic(Diagnostic.Create(
            rule,
            node.GetLocation(),
            rule.DefaultSeverity,
            additionalLocations: null,
            properties: replacement is null ? null : ImmutableDictionary<string, string?>.Empty.Add(Replacement.Property, replacement),
            messageArgs: arguments));

    public void Report(DiagnosticDescriptor rule, Location location, DiagnosticSeverity? severity, params object?[] arguments) =>
        _context.ReportDiagnostic(
            Diagnostic.Create(rule, location, severity ?? rule.DefaultSeverity, additionalLocations: null, properties: null, messageArgs: arguments));
}
