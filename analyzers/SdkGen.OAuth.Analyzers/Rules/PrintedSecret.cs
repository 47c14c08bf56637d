using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH5008: a type's text, which gets into logs by itself, has its secrets in it.</summary>
internal static class PrintedSecret
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.PrintedSecret);

    private static void Run(CodeFile file)
    {
        if (TestCode.Weigh(file, DiagnosticSeverity.Warning) is not { } severity)
        {
            return;
        }

        foreach (var record in file.Types.OfType<RecordDeclarationSyntax>())
        {
            if (!Words.Has(record.Identifier.ValueText, word => word is "names" or "keys") && FirstSecret(file, record) is { } member && !PrintsItself(file, record))
            {
                file.Report(DiagnosticDescriptors.PrintedSecret, record.Identifier.GetLocation(), severity, record.Identifier.ValueText, member, "PrintMembers");
            }
        }

        SecretReader? secrets = null;
        foreach (var method in file.Methods.OfType<MethodDeclarationSyntax>())
        {
            if (method is { Identifier.ValueText: "ToString", ParameterList.Parameters.Count: 0 } && method.Parent is TypeDeclarationSyntax type)
            {
                secrets ??= new(file);
                foreach (var returned in Returned(method))
                {
                    // A token type whose text is the token says so by its name; one that has more to say does not need it.
                    if (returned is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax)
                        && secrets.In(returned).Find(secret => secret.Kind is SecretKind.Token or SecretKind.ClientSecret or SecretKind.Verifier) is { } secret)
                    {
                        file.Report(DiagnosticDescriptors.PrintedSecret, secret.Node.GetLocation(), severity, type.Identifier.ValueText, secret.Name, "ToString");
                    }
                }
            }
        }

        foreach (var attribute in file.Attributes)
        {
            if (CodeFile.NameOf(attribute.Name is QualifiedNameSyntax qualified ? qualified.Right : attribute.Name) is "DebuggerDisplay" or "DebuggerDisplayAttribute"
                && attribute.ArgumentList?.Arguments is [{ Expression: var display }, ..]
                && file.Constant(display) is { } text
                && Holes(text).FirstOrDefault(hole => SecretNames.OfIdentifier(hole, file.Options) is SecretKind.Token or SecretKind.ClientSecret) is { } shown)
            {
                file.Report(
                    DiagnosticDescriptors.PrintedSecret, display.GetLocation(), severity, attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText ?? "", shown, "DebuggerDisplay");
            }
        }
    }

    private static string? FirstSecret(CodeFile file, RecordDeclarationSyntax record)
    {
        var parameters = record.ParameterList?.Parameters.Where(parameter => IsString(parameter.Type)).Select(parameter => parameter.Identifier.ValueText) ?? [];
        var properties = record.Members.OfType<PropertyDeclarationSyntax>()
            .Where(property => IsString(property.Type) && property.Modifiers.Any(SyntaxKind.PublicKeyword) && !property.Modifiers.Any(SyntaxKind.StaticKeyword)
                && property.ExplicitInterfaceSpecifier is null && property.AccessorList?.Accessors.Any(SyntaxKind.GetAccessorDeclaration) == true)
            .Select(property => property.Identifier.ValueText);
        return parameters.Concat(properties).FirstOrDefault(
            name => SecretNames.OfIdentifier(name, file.Options) is SecretKind.Token or SecretKind.ClientSecret or SecretKind.Verifier);
    }

    private static bool IsString(TypeSyntax? type) => type?.ToString() is "string" or "string?" or "String" or "String?";

    /// <summary>In this part of the type, in another, or in what it derives from.</summary>
    private static bool PrintsItself(CodeFile file, RecordDeclarationSyntax record) =>
        record.Members.OfType<MethodDeclarationSyntax>().Any(method => method.Identifier.ValueText is "PrintMembers" or "ToString")
        || (file.Model.GetDeclaredSymbol(record, file.CancellationToken) is { } symbol
            && (symbol.GetMembers().Any(member => member is IMethodSymbol { Name: "PrintMembers" or "ToString", IsImplicitlyDeclared: false }) || IsSealedAbove(symbol)));

    /// <summary>Whether a base has the last word on the text.</summary>
    private static bool IsSealedAbove(INamedTypeSymbol type)
    {
        for (var above = type.BaseType; above is not null; above = above.BaseType)
        {
            if (above.GetMembers("ToString").Any(member => member is IMethodSymbol { IsSealed: true, Parameters.Length: 0 }))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<ExpressionSyntax> Returned(MethodDeclarationSyntax method) =>
        method.ExpressionBody is { Expression: var value } ? [value]
        : method.Body?.DescendantNodes().OfType<ReturnStatementSyntax>().Select(statement => statement.Expression).OfType<ExpressionSyntax>() ?? [];

    private static IEnumerable<string> Holes(string display)
    {
        for (var open = display.IndexOf('{'); open >= 0; open = display.IndexOf('{', open + 1))
        {
            var close = display.IndexOf('}', open);
            if (close > open)
            {
                yield return display.Substring(open + 1, close - open - 1).Split(',')[0].Trim();
            }
        }
    }
}
