using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>What a fix writes for a PKCE challenge: BASE64URL(SHA256(ASCII(verifier))), as RFC 7636 section 4.2 has it.</summary>
internal static class S256
{
    private const string Encoder = "System.Buffers.Text.Base64Url";

    /// <summary>The challenge of a verifier, if this compilation has what it needs.</summary>
    public static string? Of(CodeFile file, ExpressionSyntax verifier) =>
        Has(file, Encoder) && file.Model.GetTypeInfo(verifier, file.CancellationToken).Type?.SpecialType == SpecialType.System_String
            ? $"{Encoder}.EncodeToString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes({verifier.WithoutTrivia()})))"
            : null;

    /// <summary>The bytes that another encoding was called with, in the right one.</summary>
    public static string? Encode(CodeFile file, InvocationExpressionSyntax call) =>
        Has(file, Encoder) && call.ArgumentList.Arguments is [{ Expression: var bytes }] ? $"{Encoder}.EncodeToString({bytes.WithoutTrivia()})" : null;

    private static bool Has(CodeFile file, string type) => file.Project.Compilation.GetTypeByMetadataName(type) is not null;
}
