using System.Globalization;
using System.Security;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace SdkGen.Cli.Scaffolding;

/// <summary>Writes the C# of an interface. Whatever a provider announces, none of it becomes anything but a literal or a comment's word.</summary>
internal static class InterfaceText
{
    private const int Width = 120;

    public static string Write(ProviderName name, string? space, ProviderPlan plan, Uri address)
    {
        var text = new StringBuilder();
        text.Append("using SdkGen.OAuth;\n\n");
        if (space is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"namespace {space};\n\n");
        }

        foreach (var (rule, reason) in plan.Suppressed)
        {
            text.Append(CultureInfo.InvariantCulture, $"#pragma warning disable {rule} // {reason}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"/// <summary>{name.Provider}, as <see href=\"{SecurityElement.Escape(address.AbsoluteUri)}\">its metadata</see> describe it.</summary>\n");
        text.Append("/// <remarks>\n");
        text.Append(CultureInfo.InvariantCulture, $"/// What it announced is kept in {name.DocumentFile}: its endpoints are read there when this is compiled, and\n");
        text.Append("/// <c>sdkgen verify</c> says when it announces something else. Remove what your client is not registered for.\n");
        text.Append("/// </remarks>\n");
        Wrap(text, "[OAuthProvider(", Provider(plan), ")]", ", ");
        if (plan.OpenIssuer is { } open)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n[OAuthVariable({Literal($"id_token.{open.Claim}")}, Pattern = {Literal(open.Pattern)})]");
        }

        text.Append(CultureInfo.InvariantCulture, $"\npublic partial interface {name.Interface} :");
        Wrap(text, plan.Interfaces.Count < 4 ? " " : "\n    ", plan.Interfaces, ";", ", ");
        text.Append('\n');
        foreach (var (rule, _) in plan.Suppressed)
        {
            text.Append(CultureInfo.InvariantCulture, $"#pragma warning restore {rule}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n// Next: builder.Services.Add{name.Provider}(builder.Configuration.GetSection(\"{name.Provider}\"));\n");
        text.Append(CultureInfo.InvariantCulture, $"// {name.Provider}:ClientId belongs into the configuration, {name.Provider}:ClientSecret into user secrets, the environment or a vault.\n");
        foreach (var further in plan.Further)
        {
            text.Append(CultureInfo.InvariantCulture, $"// {further}\n");
        }

        return text.ToString();
    }

    private static List<string> Provider(ProviderPlan plan)
    {
        var arguments = new List<string> { Literal(plan.Issuer) };
        AddList("Scopes", plan.Scopes);
        if (plan.OfflineAccessScope is { } offline)
        {
            arguments.Add($"OfflineAccessScope = {Literal(offline)}");
        }

        if (plan.ClientAuthentication is { } authentication)
        {
            arguments.Add($"ClientAuthentication = ClientAuthenticationMethod.{authentication}");
        }

        if (plan.IsPlain)
        {
            arguments.Add("Pkce = PkceMethod.Plain");
        }

        if (plan.ResponseMode is { } mode)
        {
            arguments.Add($"ResponseMode = ResponseMode.{mode}");
        }

        AddList("IdTokenAlgorithms", plan.IdTokenAlgorithms);
        if (plan.OpenIssuer is { } open)
        {
            AddList("IdTokenIssuers", [open.Issuer]);
        }

        return arguments;

        void AddList(string property, IReadOnlyList<string> values)
        {
            if (values.Count > 0)
            {
                arguments.Add($"{property} = [{string.Join(", ", values.Select(Literal))}]");
            }
        }
    }

    /// <summary>Writes items in lines of a width that can be read.</summary>
    private static void Wrap(StringBuilder text, string start, List<string> items, string end, string separator)
    {
        text.Append(start);
        var column = text.Length - text.ToString().LastIndexOf('\n') - 1;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i] + (i + 1 < items.Count ? separator : end);
            if (i > 0 && column + item.TrimEnd().Length > Width)
            {
                text.Length -= 1;
                text.Append("\n    ");
                column = 4;
            }

            text.Append(item);
            column += item.Length;
        }
    }

    /// <summary>A literal in letters that any editor shows as they are.</summary>
    private static string Literal(string value) => string.Concat(SymbolDisplay.FormatLiteral(value, quote: true).Select(character =>
        character is >= ' ' and <= '~' ? character.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}")));
}
