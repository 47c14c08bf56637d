using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Adds the parameter that a message needs, in front of the others.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddParameterCodeFixProvider))]
public sealed class AddParameterCodeFixProvider : SyntaxCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.MissingParameter);

    private protected override string Title => "Add the parameter";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || !diagnostic.Properties.TryGetValue("parameter", out var parameter)
            || parameter is null)
        {
            return null;
        }

        var blank = parameter.IndexOf(' ');
        var type = parameter.Substring(0, blank);
        var name = parameter.Substring(blank + 1);
        var fullType = type switch
        {
            "Uri" => "System.Uri",
            "string" => "string",
            _ => "SdkGen.OAuth." + type,
        };
        var added = SyntaxFactory.Parameter(SyntaxFactory.Identifier(name))
            .WithType(SyntaxFactory.ParseTypeName(fullType).WithTrailingTrivia(SyntaxFactory.Space).WithAdditionalAnnotations(Simplifier.Annotation));

        // Behind a request that is there already, in front of everything else.
        var index = name == "response" ? 1 : 0;
        var parameters = method.ParameterList.Parameters;
        var list = method.ParameterList.WithParameters(parameters.Insert(Math.Min(index, parameters.Count), added));
        return root.ReplaceNode(method.ParameterList, list.WithAdditionalAnnotations(Formatter.Annotation));
    }
}
