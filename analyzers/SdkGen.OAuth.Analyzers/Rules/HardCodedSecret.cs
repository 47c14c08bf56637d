using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>
/// OAUTH3001: the secret stands in the source. Where a request takes it, every text is one that is not clearly something else; of a text
/// that merely has the name of one, its looks decide. OAUTH3006: it is the <c>dummy</c> of a documentation.
/// </summary>
internal static partial class HardCodedSecret
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.HardCodedSecret, DiagnosticDescriptors.DummySecret);

    private static void Run(CodeFile file)
    {
        if (TestCode.IsSilent(file))
        {
            return;
        }

        var reported = new HashSet<SyntaxNode>();
        foreach (var field in file.Fields.Where(field => field.Name == OAuthNames.ClientSecret))
        {
            if (field.Shape != FieldShape.Variable && Adding.Is(field))
            {
                CheckPlace(file, field, reported);
            }
        }

        foreach (var field in file.Fields.Where(field => field.Name == OAuthNames.ClientSecret && field.Shape == FieldShape.Variable))
        {
            CheckVariable(file, field, reported);
        }

        foreach (var (argument, name, sure) in SecretArguments.In(file))
        {
            CheckArgument(file, argument, name, sure, reported);
        }

        foreach (var text in file.Texts)
        {
            CheckText(file, text, reported);
        }
    }

    private static void CheckPlace(CodeFile file, OAuthField field, HashSet<SyntaxNode> reported)
    {
        if (field.Value.Expression is not { } expression)
        {
            if (field.Value.Text is { } part && SecretText.MayBeSent(part) && !IsFormat(part))
            {
                Report(file, field.Value.Node, field.Written, part, reported);
            }

            return;
        }

        if (Literal(expression) is { } literal)
        {
            CheckValue(file, field, literal, reported);
            return;
        }

        // What it may be elsewhere in this file: a variable is looked at where it is sent, for its own name may say nothing.
        var origins = file.Values.Origins(expression);
        foreach (var origin in origins.Select(Literal).OfType<LiteralExpressionSyntax>())
        {
            if (origins.Count == 1 ? !IsLookUp(origin) : SecretText.LooksRandom(origin.Token.ValueText) || SecretText.ProviderOf(origin.Token.ValueText) is not null)
            {
                CheckValue(file, field, origin, reported);
            }
        }
    }

    private static void CheckValue(CodeFile file, OAuthField field, LiteralExpressionSyntax literal, HashSet<SyntaxNode> reported)
    {
        var text = literal.Token.ValueText;
        if (text == "dummy")
        {
            if (literal.SyntaxTree == file.Root.SyntaxTree && reported.Add(literal))
            {
                var usesPkce = file.Fields.Exists(other => other.Name is OAuthNames.CodeVerifier or OAuthNames.CodeChallenge);
                file.Report(
                    DiagnosticDescriptors.DummySecret,
                    literal.GetLocation(),
                    TestCode.Weigh(file, usesPkce ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning));
            }
        }
        else if (SecretText.MayBeSent(text))
        {
            Report(file, literal, field.Written, text, reported, IsOfThisLibrary(file, field) ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning);
        }
    }

    /// <summary>A variable or property that is called a client secret. What it holds may just as well be the name of one.</summary>
    private static void CheckVariable(CodeFile file, OAuthField field, HashSet<SyntaxNode> reported)
    {
        if (field.Value.Expression is not { } expression || Literal(expression) is not { } literal)
        {
            return;
        }

        var text = literal.Token.ValueText;
        var isTelling = IsOfClient(file, field.Written);
        if (SecretText.LooksRandom(text) || SecretText.ProviderOf(text) is not null)
        {
            Report(file, literal, field.Written, text, reported, isTelling ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info);
        }
        else if (isTelling && !IsConstant(field) && SecretText.MayBe(text))
        {
            Report(file, literal, field.Written, text, reported);
        }
        else if (isTelling && SecretText.IsDoubtful(text) && SecretText.MayBe(text))
        {
            Report(file, literal, field.Written, text, reported, DiagnosticSeverity.Info);
        }
    }

    private static void CheckArgument(CodeFile file, ExpressionSyntax argument, string name, bool sure, HashSet<SyntaxNode> reported)
    {
        foreach (var literal in (Literal(argument) is { } stated ? [argument] : file.Values.Origins(argument)).Select(Literal).OfType<LiteralExpressionSyntax>())
        {
            var text = literal.Token.ValueText;
            if (sure ? SecretText.MayBeSent(text) && (literal == argument || !IsLookUp(literal)) : SecretText.LooksRandom(text))
            {
                Report(file, literal, name, text, reported, sure ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info);
            }
        }
    }

    /// <summary>A text whose form gives it away, or that stands in something with a secret's name.</summary>
    private static void CheckText(CodeFile file, TextTemplate text, HashSet<SyntaxNode> reported)
    {
        if (text.Parts is not [{ Text: { Length: >= 12 } content, Node: LiteralExpressionSyntax literal }])
        {
            return;
        }

        if (SecretText.ProviderOf(content) is { } provider)
        {
            Report(file, literal, provider + " client secret", content, reported);
        }
        else if (content.Length <= 200 && Naming.Of(literal) is { } name && IsSecretName(name) && SecretText.LooksRandom(content))
        {
            Report(file, literal, name, content, reported, IsOfClient(file, name) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info);
        }
        else if (content.Length > 30 && InJson(content) is { } value && SecretText.MayBe(value) && SecretText.LooksRandom(value))
        {
            Report(file, literal, OAuthNames.ClientSecret, value, reported);
        }
    }

    private static void Report(
        CodeFile file, SyntaxNode node, string name, string text, HashSet<SyntaxNode> reported, DiagnosticSeverity severity = DiagnosticSeverity.Warning)
    {
        // What is called as it is named is a stand-in.
        if (string.Equals(name, text, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        // A way back may have led into another file, whose turn is another.
        if (node.SyntaxTree == file.Root.SyntaxTree && reported.Add(node))
        {
            var lowered = severity == DiagnosticSeverity.Warning && (SecretText.IsDoubtful(text) || (SecretText.IsWeak(text) && IsOfSample(file))) ? DiagnosticSeverity.Info : severity;
            file.Report(DiagnosticDescriptors.HardCodedSecret, node.GetLocation(), TestCode.Weigh(file, lowered), name);
        }
    }
}
