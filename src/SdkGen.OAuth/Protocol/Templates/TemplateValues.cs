namespace SdkGen.OAuth.Protocol;

/// <summary>What fills the holes of a template: the options of the application and what earlier messages said.</summary>
internal sealed class TemplateValues
{
    private readonly IReadOnlyDictionary<string, string> _options;
    private readonly IReadOnlyDictionary<string, TemplateVariable> _variables;
    private readonly IReadOnlyDictionary<string, string>? _messages;

    public TemplateValues(
        IReadOnlyDictionary<string, TemplateVariable> variables,
        IReadOnlyDictionary<string, string> options,
        IReadOnlyDictionary<string, string>? messages = null)
    {
        _variables = variables;
        _options = options;
        _messages = messages;
    }

    /// <summary>The same options with the values that messages carried.</summary>
    public TemplateValues With(IReadOnlyDictionary<string, string>? messages) =>
        messages is null or { Count: 0 } ? this : new(_variables, _options, messages);

    /// <summary>Those of the values that are secrets.</summary>
    public IEnumerable<string?> Tokens => _messages is null ? [] : TemplateSyntax.Tokens.Select(name => _messages.GetValueOrDefault(name));

    public TemplateVariable? Variable(string name) => _variables.GetValueOrDefault(name);

    /// <summary>The value of a hole, or <see langword="null"/> if there is none.</summary>
    public string? Find(string name)
    {
        var variable = Variable(name);
        var source = variable?.From is { } from ? (from == "request" ? "request." + name : from) : name;
        var value = _messages?.GetValueOrDefault(source) ?? _options.GetValueOrDefault(source);
        return variable is null ? value : variable.Resolve(value);
    }
}
