using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH7001: the application asks the user for the password of another service.</summary>
internal static class PasswordGrant
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.PasswordGrant);

    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal)
    {
        // IdentityModel and its elders, MSAL, OpenIddict.
        "RequestPasswordTokenAsync", "RequestResourceOwnerPasswordAsync", "AcquireTokenByUsernamePassword", "AuthenticateWithPasswordAsync",
    };

    private static readonly HashSet<string> Credentials = new(StringComparer.Ordinal)
    {
        // Azure.Identity, ADAL.
        "UsernamePasswordCredential", "UserPasswordCredential",
    };

    /// <summary>Providers that have no other grant for users.</summary>
    private static readonly string[] NoOtherGrant = ["kitsu.io", "kitsu.app"];

    private static void Run(CodeFile file)
    {
        var fields = file.Fields.Where(field => field.Name == OAuthNames.GrantType && !Protocol.IsVocabulary(field) && IsPassword(file, field)).ToList();
        var sure = fields.Count > 0 && !HasNoOtherGrant(file);
        foreach (var field in fields.Where(field => !IsInServer(field)))
        {
            Surroundings.Report(file, DiagnosticDescriptors.PasswordGrant, field.Value.Node, sure && !FillsParameter(field) && !IsOfLibrary(field));
        }

        foreach (var text in file.Texts.Where(text => text.Shape.IndexOf("grant_type", StringComparison.Ordinal) >= 0 && IsJson(text.Shape)))
        {
            Surroundings.Report(file, DiagnosticDescriptors.PasswordGrant, text.Node, sure: true);
        }

        foreach (var (parameter, value) in Protocol.Defaults(file, OAuthNames.GrantType))
        {
            if (file.Constant(value) == "password")
            {
                Surroundings.Report(file, DiagnosticDescriptors.PasswordGrant, parameter.Default!.Value, sure: true);
            }
        }

        CheckCalls(file);
        CheckCreations(file);
        CheckServers(file);
    }

    /// <summary>A handler of a server says which grant is its own: <c>override string GrantType => "password"</c>.</summary>
    private static bool IsInServer(OAuthField field) =>
        field.Key.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Members.OfType<PropertyDeclarationSyntax>().Any(
            property => property.Identifier.ValueText == "GrantType" && property.Modifiers.Any(SyntaxKind.OverrideKeyword)) == true;

    /// <summary>What a method does with what it was given: a server takes this grant where none is named.</summary>
    private static bool FillsParameter(OAuthField field) =>
        field.Key is IdentifierNameSyntax or MemberAccessExpressionSyntax
        && (field.Key is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } ? owner : field.Key as IdentifierNameSyntax) is { Identifier.ValueText: var name }
        && field.Key.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is { ParameterList.Parameters: var parameters }
        && parameters.Any(parameter => parameter.Identifier.ValueText == name);

    /// <summary>The method of a library by which others ask for this grant. They are told where they call it.</summary>
    private static bool IsOfLibrary(OAuthField field) =>
        field.Key.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Identifier.ValueText: var method } declared
        && Methods.Contains(method) && declared.Modifiers.Any(SyntaxKind.PublicKeyword);

    private static bool IsPassword(CodeFile file, OAuthField field)
    {
        if (field.Value.Text is { } text)
        {
            return text == "password" && !(field.Shape == FieldShape.Text && Protocol.IsProse(field));
        }

        return field.Value.Expression switch
        {
            null or LiteralExpressionSyntax => false,
            MemberAccessExpressionSyntax member when file.Values.Symbol(member) is null => IsNamed(member),
            // A variable elsewhere is reported where it is set.
            var value => field.IsOnWire && file.Values.OnlyText(value) == "password" && file.Values.Symbol(value) is ILocalSymbol or IFieldSymbol { IsConst: true },
        };
    }

    /// <summary>A library's name for it: <c>GrantTypes.Password</c>.</summary>
    private static bool IsNamed(MemberAccessExpressionSyntax member) =>
        member.Name.Identifier.ValueText is "Password" or "ResourceOwnerPassword" or "ResourceOwnerPasswordCredentials"
        && CodeFile.NameOf(member.Expression) is { } owner
        && (owner.EndsWith("GrantTypes", StringComparison.Ordinal) || owner.EndsWith("GrantType", StringComparison.Ordinal));

    private static void CheckCalls(CodeFile file)
    {
        foreach (var call in file.Calls)
        {
            if (CodeFile.NameOf(call) is not { } name)
            {
                continue;
            }

            // Force.com: the application's credentials and the user's.
            var found = Methods.Contains(name) || (name == "UsernamePasswordAsync" && call.ArgumentList.Arguments.Count >= 4);
            if (found && !IsForwarded(call, name))
            {
                Surroundings.Report(file, DiagnosticDescriptors.PasswordGrant, call.Expression, sure: true);
            }
        }
    }

    /// <summary>Whether a method only hands the call on to another of the same name: a library's own.</summary>
    private static bool IsForwarded(SyntaxNode call, string name) =>
        call.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText is { } method
        && method.Replace("Async", "") == name.Replace("Async", "");

    private static void CheckCreations(CodeFile file)
    {
        var called = file.Calls.Exists(call => CodeFile.NameOf(call) is { } name && Methods.Contains(name));
        foreach (var creation in file.Creations.OfType<ObjectCreationExpressionSyntax>())
        {
            var type = creation.Type.ToString();
            type = type.Substring(type.LastIndexOf('.') + 1);
            if ((Credentials.Contains(type) && creation.ArgumentList?.Arguments.Count >= 2) || (type == "PasswordTokenRequest" && !called))
            {
                Surroundings.Report(file, DiagnosticDescriptors.PasswordGrant, creation.Type, sure: true);
            }
        }
    }

    /// <summary>What an authorization server serves to clients is its own decision, and a hint is enough.</summary>
    private static void CheckServers(CodeFile file)
    {
        foreach (var assignment in file.Assignments.Where(assignment => CodeFile.NameOf(assignment.Left) == "AllowedGrantTypes"))
        {
            var granted = assignment.Right.DescendantNodesAndSelf().OfType<ExpressionSyntax>().FirstOrDefault(expression => expression switch
            {
                MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText.StartsWith("ResourceOwnerPassword", StringComparison.Ordinal) || IsNamed(member),
                LiteralExpressionSyntax literal => literal.Token.ValueText == "password",
                _ => false,
            });
            if (granted is not null)
            {
                Surroundings.Report(file, DiagnosticDescriptors.PasswordGrant, granted, sure: false);
            }
        }

        foreach (var call in file.Calls.Where(call => CodeFile.NameOf(call) == "AllowPasswordFlow"))
        {
            // The client that asks for it, or the server that grants it.
            var client = call.Ancestors().OfType<InvocationExpressionSyntax>().Any(outer => CodeFile.NameOf(outer) == "AddClient");
            Surroundings.Report(file, DiagnosticDescriptors.PasswordGrant, call.Expression is MemberAccessExpressionSyntax { Name: var name } ? name : call.Expression, client);
        }
    }

    private static bool HasNoOtherGrant(CodeFile file) =>
        file.Texts.Exists(text => Array.Exists(NoOtherGrant, host => text.Shape.IndexOf(host, StringComparison.OrdinalIgnoreCase) >= 0));

    private static bool IsJson(string text)
    {
        var compact = text.Replace(" ", "").Replace("'", "\"");
        return compact.Contains("grant_type\":\"password\"");
    }
}
