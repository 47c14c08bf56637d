using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>What only names values of the protocol, and asks for nothing.</summary>
internal static class Protocol
{
    /// <summary>A constant is a word: where it is sent, it is found again. So is a static field in a list of such.</summary>
    public static bool IsVocabulary(OAuthField field) => field.Shape == FieldShape.Variable && field.Key switch
    {
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax constant } => constant.Modifiers.Any(SyntaxKind.ConstKeyword) || constant.Modifiers.Any(SyntaxKind.StaticKeyword),
        VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax constant } => constant.IsConst,
        PropertyDeclarationSyntax property => property.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    };

    /// <summary>Whether a text only talks about the parameter: in a message, in a log, within a sentence.</summary>
    public static bool IsProse(OAuthField field)
    {
        var node = field.Value.Node;
        if (node.FirstAncestorOrSelf<SyntaxNode>(ancestor => ancestor is StatementSyntax or MemberDeclarationSyntax) is ThrowStatementSyntax
            || node.Ancestors().TakeWhile(ancestor => ancestor is not StatementSyntax).Any(IsMessage))
        {
            return true;
        }

        var text = field.Key switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText,
            InterpolatedStringTextSyntax part => part.TextToken.ValueText,
            _ => "",
        };
        var start = text.IndexOf(field.Written + "=", StringComparison.Ordinal);
        return start > 0 && text[start - 1] is ' ' or '\'' or '"' && text.IndexOf('&') < 0;
    }

    /// <summary>The parameters of methods, constructors and records that stand for a parameter of OAuth and have a default.</summary>
    public static IEnumerable<(ParameterSyntax Parameter, ExpressionSyntax Value)> Defaults(CodeFile file, string name)
    {
        var lists = file.Methods.Select(method => method.ParameterList).Concat(file.Types.Select(type => type.ParameterList!).Where(list => list is not null));
        foreach (var parameter in lists.SelectMany(list => list.Parameters))
        {
            if (parameter.Default is { Value: var value } && OAuthNames.OfIdentifier(parameter.Identifier.ValueText) == name)
            {
                yield return (parameter, value);
            }
        }
    }

    private static bool IsMessage(SyntaxNode node) => node switch
    {
        ThrowExpressionSyntax => true,
        ObjectCreationExpressionSyntax { Type: var type } => type.ToString().EndsWith("Exception", StringComparison.Ordinal),
        InvocationExpressionSyntax call => CodeFile.NameOf(call) is { } name
            && (name.StartsWith("Log", StringComparison.Ordinal) || name.StartsWith("Write", StringComparison.Ordinal) || name is "Debug" or "Info" or "Warn" or "Error" or "Trace"
                or "Contains" or "StartsWith" or "EndsWith" or "IndexOf" or "Equals"),
        AttributeSyntax attribute => attribute.Name.ToString() is var name && (name.Contains("Obsolete") || name.Contains("Description") || name.Contains("Suppress")),
        _ => false,
    };
}
