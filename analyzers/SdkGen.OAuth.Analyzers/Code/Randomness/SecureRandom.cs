using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>What a fix puts in the place of a value that can be guessed.</summary>
internal static class SecureRandom
{
    private const string Bytes = "System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)";

    /// <summary>
    /// The expression, as far as this compilation has what it needs and the place takes one: a text, where a variable is given it. In the
    /// middle of a request it would be sent and lost.
    /// </summary>
    public static string? For(CodeFile file, SyntaxNode node)
    {
        if (node is not ExpressionSyntax value
            || !IsKept(value)
            || file.Model.GetTypeInfo(value, file.CancellationToken).ConvertedType?.SpecialType != SpecialType.System_String)
        {
            return null;
        }

        var compilation = file.Project.Compilation;
        if (compilation.GetTypeByMetadataName("System.Security.Cryptography.RandomNumberGenerator")?.GetMembers("GetBytes").OfType<IMethodSymbol>().Any(method => method.IsStatic) != true)
        {
            return null;
        }

        return compilation.GetTypeByMetadataName("System.Buffers.Text.Base64Url") is not null ? $"System.Buffers.Text.Base64Url.EncodeToString({Bytes})"
            : compilation.GetTypeByMetadataName("System.Convert")?.GetMembers("ToHexString").IsEmpty == false ? $"System.Convert.ToHexString({Bytes})"
            : null;
    }

    private static bool IsKept(ExpressionSyntax value) => value.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } =>
            variable.Parent?.Parent is LocalDeclarationStatementSyntax local && !local.Modifiers.Any(SyntaxKind.ConstKeyword),
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax, Parent: ExpressionStatementSyntax } assignment => assignment.Right == value,
        _ => false,
    };
}
