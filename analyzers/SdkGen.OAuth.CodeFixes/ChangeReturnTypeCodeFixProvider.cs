using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;
using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Makes a method return the reply of its message.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeReturnTypeCodeFixProvider))]
public sealed class ChangeReturnTypeCodeFixProvider : SyntaxCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.WrongReturnType);

    private protected override string Title => "Return the reply of the message";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method || Shape(method) is not { } shape)
        {
            return null;
        }

        var reply = shape.Kind == MessageKind.UserInfo ? "UserInfo" : shape.Reply;
        var task = "System.Threading.Tasks.Task" + (reply is null ? "" : $"<SdkGen.OAuth.{reply}>");
        return root.ReplaceNode(
            method.ReturnType,
            SyntaxFactory.ParseTypeName(task)
                .WithTriviaFrom(method.ReturnType)
                .WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation));
    }

    private static MessageShape? Shape(MethodDeclarationSyntax method) =>
        method.AttributeLists
            .SelectMany(list => list.Attributes)
            .Select(attribute => attribute.Name.ToString().Split('.').Last())
            .Select(name => MessageShape.OfAttribute(name.EndsWith("Attribute", StringComparison.Ordinal) ? name : name + "Attribute"))
            .FirstOrDefault(shape => shape is not null);
}
