using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Tells a URL with a query from a form: both are texts of names and values.</summary>
internal static class Urls
{
    /// <summary>The parameters of the URLs that a text is: the name, its value, and where it stands.</summary>
    public static IEnumerable<(string Name, FieldValue Value, SyntaxNode Key)> Pairs(CodeFile file, TextTemplate text)
    {
        if (!IsSentence(text) && !IsLookedFor(text.Node) && !IsBody(text.Node))
        {
            bool? isUrl = null;
            foreach (var pair in text.Pairs())
            {
                if (IsInFragment(text, pair.Name))
                {
                    continue;
                }

                isUrl ??= IsUrl(file, text);
                if (isUrl == true)
                {
                    yield return pair;
                }
            }
        }
    }

    /// <summary>The host that a text begins with, if it is a URL.</summary>
    public static string? Host(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 2)
        {
            return null;
        }

        var start = scheme + 3;
        var end = text.IndexOfAny(['/', '?', '#', '\0'], start);
        var authority = end < 0 ? text.Substring(start) : text.Substring(start, end - start);
        authority = authority.Substring(authority.LastIndexOf('@') + 1);
        if (authority.StartsWith("[", StringComparison.Ordinal))
        {
            return authority.IndexOf(']') is > 0 and var close ? authority.Substring(1, close - 1) : null;
        }

        var colon = authority.IndexOf(':');
        return (colon < 0 ? authority : authority.Substring(0, colon)).ToLowerInvariant();
    }

    /// <summary>Whether one of some hosts is that of a text, or above it.</summary>
    public static bool IsAt(string? host, IEnumerable<string> hosts) =>
        host is not null
        && hosts.Any(known => host.Equals(known, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + known, StringComparison.OrdinalIgnoreCase));

    private static bool IsUrl(CodeFile file, TextTemplate text)
    {
        var shape = text.Shape;
        if (shape.IndexOf('?') >= 0 || shape.StartsWith("http", StringComparison.OrdinalIgnoreCase) || shape.StartsWith("ws", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // ProfileUrl + "&access_token=" + token
        if (text.Parts[0].Expression is { } start && Words.Of(CodeFile.NameOf(start)) is [.., "url" or "uri" or "endpoint" or "address"] && shape.StartsWith("\0&", StringComparison.Ordinal))
        {
            return true;
        }

        // The rest of a query, in a variable that says so, or that is put behind a question mark.
        return Variable(text.Node) is { } name
            && (Words.Of(name).Exists(word => word is "url" or "uri" or "endpoint" or "address" or "link" or "href") || IsPutBehindQuestionMark(file, name));
    }

    private static bool IsPutBehindQuestionMark(CodeFile file, string variable)
    {
        foreach (var other in file.Texts)
        {
            for (var i = 0; i + 1 < other.Parts.Length; i++)
            {
                if (other.Parts[i].Text?.EndsWith("?", StringComparison.Ordinal) == true && other.Parts[i + 1].Expression?.ToString() == variable)
                {
                    return true;
                }
            }
        }

        return file.Assignments.Any(assignment => CodeFile.NameOf(assignment.Left) == "Query" && assignment.Right.ToString() == variable);
    }

    /// <summary>Behind <c>#</c> it is not sent to the server: that is where the implicit grant puts it.</summary>
    private static bool IsInFragment(TextTemplate text, string name)
    {
        var shape = text.Shape;
        var fragment = shape.IndexOf('#');
        return fragment >= 0 && fragment < shape.IndexOf(name + "=", StringComparison.Ordinal);
    }

    /// <summary>A message or a page, not an address.</summary>
    private static bool IsSentence(TextTemplate text)
    {
        var shape = text.Shape;
        var query = shape.IndexOf('?');
        var space = shape.IndexOfAny([' ', '\n', '<']);
        return space >= 0 && (query < 0 || space < query);
    }

    /// <summary>A text that others are compared with or searched for.</summary>
    private static bool IsLookedFor(ExpressionSyntax node) => node.Parent switch
    {
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => CodeFile.NameOf(call)
            is "Contains" or "IndexOf" or "LastIndexOf" or "StartsWith" or "EndsWith" or "Split" or "Replace" or "Match" or "Matches" or "IsMatch" or "Equals" or "Equal" or "Regex"
            or "WriteLine" or "Write" || (CodeFile.NameOf(call) is { } name && name.StartsWith("Log", StringComparison.Ordinal)),
        ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax { Type: var type } } => type.ToString() is "Regex" || type.ToString().EndsWith("Exception", StringComparison.Ordinal),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } => true,
        CaseSwitchLabelSyntax or ConstantPatternSyntax => true,
        _ => false,
    };

    /// <summary>A text that is sent as a body.</summary>
    private static bool IsBody(ExpressionSyntax node)
    {
        if (node.Parent is ArgumentSyntax { Parent: ArgumentListSyntax list } argument)
        {
            switch (list.Parent)
            {
                case ObjectCreationExpressionSyntax { Type: var type } when type.ToString().EndsWith("StringContent", StringComparison.Ordinal):
                case InvocationExpressionSyntax call when CodeFile.NameOf(call) is "GetBytes" or "AddBody" or "AddStringBody" or "SetContent" or "WriteAsync":
                case InvocationExpressionSyntax upload when CodeFile.NameOf(upload) is { } name && name.StartsWith("UploadString", StringComparison.Ordinal) && list.Arguments.IndexOf(argument) > 0:
                    return true;
            }
        }

        return Variable(node) is { } variable && Words.Of(variable).Exists(Bodies.Contains);
    }

    private static string? Variable(ExpressionSyntax node)
    {
        for (var current = node.Parent; current is ExpressionSyntax or EqualsValueClauseSyntax or ArgumentSyntax or ArgumentListSyntax or VariableDeclaratorSyntax; current = current.Parent)
        {
            switch (current)
            {
                case VariableDeclaratorSyntax variable:
                    return variable.Identifier.ValueText;
                case AssignmentExpressionSyntax assignment:
                    return CodeFile.NameOf(assignment.Left);
                case InvocationExpressionSyntax call when !Passing.Is(CodeFile.NameOf(call)):
                    return null;
            }
        }

        return node.Parent is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } ? property.Identifier.ValueText : null;
    }

    private static readonly ImmutableHashSet<string> Bodies = ImmutableHashSet.Create(
        StringComparer.Ordinal, "body", "content", "post", "payload", "form", "data", "fields");
}
