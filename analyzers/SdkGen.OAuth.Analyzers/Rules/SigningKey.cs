using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH6005: the key that tokens are signed with is in the source, or too short to be one.</summary>
internal static class SigningKey
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.WeakSigningKey);

    /// <summary>HMAC with SHA-256 needs a key of the size of its hash at least (RFC 7518 section 3.2).</summary>
    private const int MinBytes = 32;

    private static void Run(CodeFile file)
    {
        foreach (var creation in file.Creations)
        {
            if (IsSymmetricKey(creation) && creation.ArgumentList is { Arguments: [{ Expression: var key }] })
            {
                Check(file, key);
            }
        }

        foreach (var call in file.Calls)
        {
            // JWT.NET
            if (CodeFile.NameOf(call) == "WithSecret" && call.ArgumentList.Arguments is [{ Expression: var key }, ..] && IsOfJwtBuilder(call))
            {
                Check(file, key);
            }
        }
    }

    private static void Check(CodeFile file, ExpressionSyntax key)
    {
        if (key is ArrayCreationExpressionSyntax { Initializer.Expressions: { Count: > 0 } bytes } && bytes.All(item => item is LiteralExpressionSyntax))
        {
            Surroundings.Report(file, DiagnosticDescriptors.WeakSigningKey, key, sure: true, What(bytes.Count));
            return;
        }

        // A call that takes the text apart from where it is: Encoding.UTF8 is no part of the key.
        var origins = file.Values.Origins(key).Where(origin => CodeFile.NameOf(origin) is not ("UTF8" or "ASCII" or "Unicode" or "Default" or "Latin1")).ToList();
        var texts = origins.Where(origin => file.Constant(origin) is { Length: > 0 }).ToList();
        if (texts.Count == 0)
        {
            return;
        }

        // What an option is before it is configured, or stands in for a missing one, is worth a hint only.
        var sure = texts.Count == origins.Count && !texts.Exists(text => text.Parent?.Parent is PropertyDeclarationSyntax);
        Surroundings.Report(file, DiagnosticDescriptors.WeakSigningKey, key, sure, What(texts.Sum(text => Encoding.UTF8.GetByteCount(file.Constant(text)!))));
    }

    private static string What(int bytes) => bytes < MinBytes ? $"is in the source and has less than {MinBytes} bytes" : "is in the source";

    private static bool IsSymmetricKey(BaseObjectCreationExpressionSyntax creation) => creation switch
    {
        ObjectCreationExpressionSyntax { Type: var type } => type.ToString() is var text
            && (text.EndsWith("SymmetricSecurityKey", StringComparison.Ordinal) && !text.EndsWith("AsymmetricSecurityKey", StringComparison.Ordinal)),
        { Parent: EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type: var type } } } => type.ToString().EndsWith("SymmetricSecurityKey", StringComparison.Ordinal),
        _ => false,
    };

    private static bool IsOfJwtBuilder(InvocationExpressionSyntax call)
    {
        var receiver = CodeFile.ReceiverOf(call);
        for (var depth = 0; depth < 50 && receiver is InvocationExpressionSyntax inner; depth++)
        {
            receiver = CodeFile.ReceiverOf(inner);
        }

        return receiver?.ToString().IndexOf("JwtBuilder", StringComparison.Ordinal) is >= 0;
    }
}
