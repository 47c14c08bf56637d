using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Generator;

/// <summary>Writes <c>OryOptions</c>: a property for each variable of the templates, and how it is read from configuration.</summary>
internal static class OptionsWriter
{
    public static void Write(SourceWriter source, ProviderModel provider)
    {
        var variables = OptionVariable.Of(provider);
        source.Line($"/// <summary>What an application states about itself at {provider.Name}.</summary>");
        source.Line(ProviderWriter.GeneratedCode);
        var head = $"{ProviderWriter.Visibility(provider)} sealed partial class {provider.Name}Options : {KnownTypes.Namespace}.OAuthClientOptions";
        if (variables.Count == 0)
        {
            source.Line(head + ";");
            return;
        }

        source.Open(head);
        for (var i = 0; i < variables.Count; i++)
        {
            if (i > 0)
            {
                source.Line();
            }

            Property(source, variables[i]);
        }

        source.Line();
        GetVariable(source, variables);
        source.Line();
        BindVariables(source, variables);
        foreach (var variable in variables.Where(variable => variable.Values.Count > 0))
        {
            source.Line();
            Enum(source, variable);
        }

        source.Close();
    }

    private static void Property(SourceWriter source, OptionVariable variable)
    {
        var need = variable.IsRequired ? "Required."
            : variable.Default is not null ? $"<c>{Xml(variable.Default)}</c> if nothing is stated."
            : "Left out if nothing is stated.";
        source.Line($"/// <summary>The <c>{{{variable.Name}}}</c> of <c>{Xml(variable.Template)}</c>. {need}</summary>");
        if (variable.Pattern is { } pattern)
        {
            source.Line($"/// <remarks>Has to match <c>{Xml(pattern)}</c>.</remarks>");
        }

        if (variable.IsRequired)
        {
            source.Line("[global::System.ComponentModel.DataAnnotations.Required]");
        }

        source.Line($"public {(variable.Values.Count > 0 ? variable.Enum : "string")}? {variable.Property} {{ get; set; }}");
    }

    private static void GetVariable(SourceWriter source, List<OptionVariable> variables)
    {
        source.Line("/// <inheritdoc />");
        source.Line("protected override string? GetVariable(string name) => name switch");
        source.Open();
        foreach (var variable in variables)
        {
            if (variable.Values.Count == 0)
            {
                source.Line($"{Literal.Of(variable.Name)} => {variable.Property},");
                continue;
            }

            source.Line($"{Literal.Of(variable.Name)} => {variable.Property} switch");
            source.Open();
            foreach (var (member, name) in variable.Values)
            {
                source.Line($"{variable.Enum}.{member} => {Literal.Of(name)},");
            }

            source.Line("_ => null,");
            source.Close(",");
        }

        source.Line("_ => null,");
        source.Close(";");
    }

    private static void BindVariables(SourceWriter source, List<OptionVariable> variables)
    {
        source.Line("/// <inheritdoc />");
        source.Open("protected override void BindVariables(global::Microsoft.Extensions.Configuration.IConfiguration section)");
        foreach (var variable in variables)
        {
            source.Line(variable.Values.Count == 0
                ? $"{variable.Property} = section[nameof({variable.Property})] ?? {variable.Property};"
                : $"{variable.Property} = ReadEnum(section, nameof({variable.Property}), {variable.Property});");
        }

        source.Close();
    }

    private static void Enum(SourceWriter source, OptionVariable variable)
    {
        source.Line($"/// <summary>The values of <see cref=\"{variable.Property}\" />.</summary>");
        source.Open($"public enum {variable.Enum}");
        foreach (var (member, name) in variable.Values)
        {
            source.Line($"/// <summary><c>{Xml(name)}</c></summary>");
            source.Line($"{member},");
        }

        source.Close();
    }

    /// <summary>A text inside of a comment: neither markup, nor the end of the line.</summary>
    private static string Xml(string text) => new string([.. text.Select(c => IsPlain(c) ? c : ' ')])
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    private static bool IsPlain(char c) => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\u2028' or '\u2029' or '\ufffe' or '\uffff');
}
