using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>
/// The code of a page as one source: types as they are, statements as the body of a method, usings above all. Each line says which line of
/// the page it is, so that the compiler names that. A serializer context needs a name that no other page has: their generator writes files
/// that are named without the namespace.
/// </summary>
internal static class PageSource
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    /// <summary>Writes the code of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="before">
    /// Whether it is that with another library, which is a source apart: the names are not the same, and what the rules say of it is not the
    /// subject.
    /// </param>
    public static string Write(Page page, bool before = false)
    {
        var usings = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var members = new StringBuilder();
        foreach (var block in page.Blocks.Where(block => block.IsCSharp && !block.ShowsMistake && block.IsBefore == before))
        {
            var root = CSharpSyntaxTree.ParseText(block.Code, ParseOptions).GetCompilationUnitRoot();
            foreach (var directive in root.Usings)
            {
                usings.TryAdd(directive.ToString(), block.Line + directive.GetLocation().GetLineSpan().StartLinePosition.Line);
            }

            var statements = root.Members.Where(member => member is GlobalStatementSyntax).ToList();
            var types = root.Members.Where(member => member is not GlobalStatementSyntax).ToList();
            if (types.Count > 0)
            {
                Append(members, page, block.Line, Only(block.Code, types));
            }

            if (statements.Count > 0)
            {
                var parameters = block.Given.Length == 0 ? "string[] args" : "string[] args, " + block.Given;
                members.AppendLine(CultureInfo.InvariantCulture, $"internal static class Line{block.Line} {{");
                members.AppendLine(CultureInfo.InvariantCulture, $"public static async Task RunAsync({parameters}) {{");
                Append(members, page, block.Line, Only(block.Code, statements));
                members.AppendLine("} }");
            }
        }

        var source = new StringBuilder(before ? "#pragma warning disable\n" : "#pragma warning disable CS1998 // Not every block has something to wait for.\n");
        foreach (var (directive, line) in usings)
        {
            Append(source, page, line, directive + "\n");
        }

        return source
            .AppendLine(CultureInfo.InvariantCulture, $"namespace {Namespace(page)}{(before ? "Before" : "")} {{")
            .Append(members)
            .AppendLine("}")
            .ToString();
    }

    /// <summary><c>docs/getting-started.md</c> is <c>DocsGettingStarted</c>.</summary>
    public static string Namespace(Page page) => string.Concat(
        Path.ChangeExtension(page.Name, null)
            .Split('/', '-')
            .Select(word => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant()));

    private static void Append(StringBuilder source, Page page, int line, string code) => source
        .AppendLine(CultureInfo.InvariantCulture, $"#line {line} \"{page.FullPath}\"")
        .Append(code)
        .AppendLine("#line default");

    /// <summary>The code without everything but some members, which stay on their lines and in their columns.</summary>
    private static string Only(string code, List<MemberDeclarationSyntax> members) => string.Create(code.Length, members, (text, kept) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = code[i] == '\n' || kept.Exists(member => member.FullSpan.Contains(i)) ? code[i] : ' ';
        }
    });
}
