using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>
/// Reads a secret from configuration, where there is one in reach: a variable or member that is an <c>IConfiguration</c>, or a builder that
/// has one. It is not offered where the result would not compile, as in constants.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadFromConfigurationCodeFixProvider))]
public sealed class ReadFromConfigurationCodeFixProvider : CodeFixProvider
{
    private const string Title = "Read from configuration";
    private const string ConfigurationInterface = "Microsoft.Extensions.Configuration.IConfiguration";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = 
        ImmutableArray.Create(DiagnosticIds.HardCodedSecret, DiagnosticIds.HardCodedToken, DiagnosticIds.WeakSigningKey);

    /// <summary>Each in turn, from the end of a file to its start. See <see cref="SyntaxCodeFixProvider" /> why it is not the usual provider.</summary>
    private static readonly FixAllProvider EachInTurn = FixAllProvider.Create(FixAllAsync);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => EachInTurn;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixAsync(context.Document, context.Diagnostics[0], context.CancellationToken).ConfigureAwait(false) is { } document)
        {
            context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(document), nameof(ReadFromConfigurationCodeFixProvider)), context.Diagnostics);
        }
    }

    private static async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics.OrderByDescending(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            document = await FixAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false) ?? document;
        }

        return document;
    }

    private static async Task<Document?> FixAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model?.Compilation.GetTypeByMetadataName(ConfigurationInterface) is not { } type
            || !root.FullSpan.Contains(diagnostic.Location.SourceSpan)
            || Literal(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)) is not { } literal
            || !IsValue(literal)
            // A header, a form or a JSON text, of which the secret is a part.
            || literal.Token.ValueText.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            || literal.Token.ValueText.IndexOf("secret", StringComparison.OrdinalIgnoreCase) >= 0 && literal.Token.ValueText.IndexOfAny(['=', '"']) >= 0
            || Find(model, literal, type) is not { } configuration)
        {
            return null;
        }

        var name = diagnostic.Id switch { DiagnosticIds.HardCodedSecret => "ClientSecret", DiagnosticIds.HardCodedToken => "AccessToken", _ => "SigningKey" };
        var changed = root.ReplaceNode(literal, Read(model, literal, configuration, name).WithTriviaFrom(literal));
        var changedDocument = document.WithSyntaxRoot(changed);
        return await CompilesAsync(model, changedDocument, cancellationToken).ConfigureAwait(false) ? changedDocument : null;
    }

    /// <summary>The text that is reported; of a key the one that it is made of: <c>Encoding.UTF8.GetBytes("…")</c>.</summary>
    private static LiteralExpressionSyntax? Literal(SyntaxNode node) =>
        node as LiteralExpressionSyntax
        ?? (node is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax text }] } && text.IsKind(SyntaxKind.StringLiteralExpression) ? text : null);

    /// <summary>Whether the literal is the whole of something that is not a constant.</summary>
    private static bool IsValue(LiteralExpressionSyntax literal) => literal.Parent switch
    {
        AssignmentExpressionSyntax or ArgumentSyntax or InitializerExpressionSyntax or ReturnStatementSyntax => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax local } } => !local.IsConst,
        _ => false,
    };

    /// <summary>The configuration that can be named where a literal stands.</summary>
    private static string? Find(SemanticModel model, LiteralExpressionSyntax literal, INamedTypeSymbol configuration)
    {
        string? builder = null;
        foreach (var symbol in model.LookupSymbols(literal.SpanStart))
        {
            var type = symbol switch
            {
                ILocalSymbol local when local.Locations.All(location => location.SourceSpan.End < literal.SpanStart) => local.Type,
                IParameterSymbol parameter => parameter.Type,
                IFieldSymbol field => field.Type,
                IPropertySymbol { IsIndexer: false } property => property.Type,
                _ => null,
            };
            if (type is null)
            {
                continue;
            }

            if (Is(type, configuration))
            {
                return symbol.Name;
            }

            if (builder is null && type.GetMembers("Configuration").OfType<IPropertySymbol>().Any(property => Is(property.Type, configuration)))
            {
                builder = symbol.Name + ".Configuration";
            }
        }

        return builder;
    }

    private static bool Is(ITypeSymbol type, INamedTypeSymbol configuration) =>
        SymbolEqualityComparer.Default.Equals(type, configuration) || type.AllInterfaces.Contains(configuration, SymbolEqualityComparer.Default);

    private static ExpressionSyntax Read(SemanticModel model, LiteralExpressionSyntax literal, string configuration, string name)
    {
        var key = $"{Section(model, literal)}:{name}";
        var read = $"{configuration}[\"{key}\"]";
        return SyntaxFactory.ParseExpression(
            MayBeNull(model, literal) ? read : $"{read} ?? throw new System.InvalidOperationException(\"'{key}' is not configured.\")");
    }

    /// <summary>"Ory" of <c>OryOptions</c>; "OAuth" where nothing has a better name.</summary>
    private static string Section(SemanticModel model, LiteralExpressionSyntax literal)
    {
        var type = literal.Parent is AssignmentExpressionSyntax { Left: var left } ? model.GetSymbolInfo(left).Symbol?.ContainingType : null;
        var receiver = literal.Parent is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax member } ? model.GetTypeInfo(member.Expression).Type : null;
        var name = (receiver ?? type)?.Name ?? "";
        return name.EndsWith("Options", StringComparison.Ordinal) && name.Length > "Options".Length && name is not ("OAuthOptions" or "OAuthClientOptions")
            ? name.Substring(0, name.Length - "Options".Length)
            : "OAuth";
    }

    private static bool MayBeNull(SemanticModel model, LiteralExpressionSyntax literal)
    {
        if ((model.GetNullableContext(literal.SpanStart) & NullableContext.WarningsEnabled) == 0)
        {
            return true;
        }

        return literal.Parent is AssignmentExpressionSyntax { Left: not ElementAccessExpressionSyntax and var left } && model.GetSymbolInfo(left).Symbol switch
        {
            IPropertySymbol property => property.NullableAnnotation != NullableAnnotation.NotAnnotated,
            IFieldSymbol field => field.NullableAnnotation != NullableAnnotation.NotAnnotated,
            _ => false,
        };
    }

    private static async Task<bool> CompilesAsync(SemanticModel before, Document document, CancellationToken cancellationToken)
    {
        var after = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return after is not null && Errors(after, cancellationToken) <= Errors(before, cancellationToken);
    }

    private static int Errors(SemanticModel model, CancellationToken cancellationToken) =>
        model.GetDiagnostics(cancellationToken: cancellationToken).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
