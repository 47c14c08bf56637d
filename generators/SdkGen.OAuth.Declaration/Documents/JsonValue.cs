namespace SdkGen.OAuth.Declaration;

/// <summary>A value of a JSON text, and where it stands.</summary>
internal sealed class JsonValue
{
    public JsonKind Kind { get; set; }

    /// <summary>The first character, and how many there are.</summary>
    public (int Start, int Length) Span { get; set; }

    /// <summary>A text without its quotes, a number as it is written.</summary>
    public string Text { get; set; } = "";

    /// <summary>The members of an object, in order.</summary>
    public List<KeyValuePair<string, JsonValue>> Members { get; } = [];

    /// <summary>The items of an array.</summary>
    public List<JsonValue> Items { get; } = [];

    public JsonValue? this[string name] => Members.Find(member => member.Key == name).Value;
}

/// <summary>What a JSON value is.</summary>
internal enum JsonKind
{
    Null,
    Truth,
    Number,
    Text,
    Array,
    Object,
}
