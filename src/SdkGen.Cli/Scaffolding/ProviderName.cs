using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using SdkGen.Cli.Running;
using SdkGen.OAuth.Declaration;

namespace SdkGen.Cli.Scaffolding;

/// <summary>The name of an interface, and what is called after it.</summary>
/// <param name="Interface">The interface: <c>IMyOry</c>.</param>
internal sealed record ProviderName(string Interface)
{
    private const int MaxLength = 100;

    /// <summary>The provider: <c>MyOry</c>. The generated client is <c>MyOryClient</c>.</summary>
    public string Provider => ProviderModel.NameOf(Interface);

    /// <summary>The file of the document that is kept: <c>my-ory.openid-configuration.json</c>.</summary>
    public string DocumentFile
    {
        get
        {
            var name = new StringBuilder();
            for (var i = 0; i < Provider.Length; i++)
            {
                if (i > 0 && char.IsUpper(Provider[i]) && (char.IsLower(Provider[i - 1]) || char.IsDigit(Provider[i - 1])))
                {
                    name.Append('-');
                }

                name.Append(char.ToLowerInvariant(Provider[i]));
            }

            return $"{name}.openid-configuration.json";
        }
    }

    /// <summary>Whether it is an interface by its name.</summary>
    public bool IsConventional => Provider != Interface;

    /// <summary>Reads what was typed.</summary>
    /// <exception cref="CommandException">It can be no name of an interface.</exception>
    public static ProviderName Parse(string typed) =>
        IsName(typed)
            ? new(typed)
            : throw CommandException.Usage($"'{typed}' can be no interface: {Why(typed)}.", "Name it like IGoogle.");

    /// <summary>Reads the name of a namespace.</summary>
    /// <exception cref="CommandException">It can be none.</exception>
    public static string ParseNamespace(string typed) =>
        typed.Split('.') is var parts && Array.TrueForAll(parts, IsName)
            ? typed
            : throw CommandException.Usage(
                $"'{typed}' can be no namespace: {Why(Array.Find(parts, part => !IsName(part))!)}.", "Name it like Shop.Identity.");

    /// <summary>Makes a namespace of the name of a project or folder.</summary>
    public static string NamespaceOf(string name) => string.Join('.', name.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(part =>
    {
        var letters = string.Concat(part.Select(character => IsPart(character) ? character : '_'));
        return IsName(letters) ? letters : $"_{letters}";
    }));

    private static bool IsName(string name) =>
        name.Length is > 0 and <= MaxLength && SyntaxFacts.IsValidIdentifier(name) && name.All(IsPart) && IsNoKeyword(name);

    private static bool IsPart(char character) => char.IsLetterOrDigit(character) || character == '_';

    private static bool IsNoKeyword(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None;

    private static string Why(string name) => name switch
    {
        "" => "it is empty",
        { Length: > MaxLength } => $"it has more than {MaxLength} letters",
        _ when !IsNoKeyword(name) => $"'{name}' is a word of the language",
        _ when char.IsDigit(name[0]) => "a name does not begin with a digit",
        _ => "a name is made of letters, digits and underscores",
    };
}
