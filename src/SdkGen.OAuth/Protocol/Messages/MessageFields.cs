namespace SdkGen.OAuth.Protocol;

/// <summary>
/// The fields of a message that is being written, in order; a name may occur more than once. Most messages have no field in some of their
/// places, so an empty list costs nothing.
/// </summary>
internal sealed class MessageFields
{
    private const int Room = 8;

    private KeyValuePair<string, string>[] _items = [];

    public MessageFields()
    {
    }

    /// <summary>Makes a copy.</summary>
    public MessageFields(MessageFields fields)
    {
        _items = fields.Items.ToArray();
        Count = _items.Length;
    }

    public int Count { get; private set; }

    public KeyValuePair<string, string> this[int index] => Items[index];

    private Span<KeyValuePair<string, string>> Items => _items.AsSpan(0, Count);

    public void Add(string name, string value)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(Room, Count * 2));
        }

        _items[Count++] = new(name, value);
    }

    public void AddIfAny(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Add(name, value);
        }
    }

    public void AddAll(string name, IReadOnlyList<string> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            Add(name, values[i]);
        }
    }

    /// <summary>Adds one field of several values, if there are any.</summary>
    public void AddJoined(string name, IReadOnlyList<string> values, char separator = ' ')
    {
        if (values.Count > 0)
        {
            Add(name, values.Count == 1 ? values[0] : string.Join(separator, values));
        }
    }

    public void AddAll(OAuthParameters parameters)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            Add(parameters.Items[i].Key, parameters.Items[i].Value);
        }
    }

    /// <summary>The first value of a name.</summary>
    public string? Find(string name)
    {
        foreach (var item in Items)
        {
            if (item.Key == name)
            {
                return item.Value;
            }
        }

        return null;
    }

    /// <summary>All values of a name.</summary>
    public List<string> FindAll(string name)
    {
        var values = new List<string>();
        foreach (var item in Items)
        {
            if (item.Key == name)
            {
                values.Add(item.Value);
            }
        }

        return values;
    }

    public void Set(string name, string value)
    {
        Remove(name);
        Add(name, value);
    }

    public void Remove(string name)
    {
        var kept = 0;
        foreach (var item in Items)
        {
            if (item.Key != name)
            {
                _items[kept++] = item;
            }
        }

        _items.AsSpan(kept, Count - kept).Clear();
        Count = kept;
    }

    public void Rename(string name, string newName)
    {
        foreach (ref var item in Items)
        {
            if (item.Key == name)
            {
                item = new(newName, item.Value);
            }
        }
    }

    /// <summary>Moves every field of a name elsewhere.</summary>
    public void MoveTo(string name, string newName, MessageFields target)
    {
        if (ReferenceEquals(target, this))
        {
            Rename(name, newName);
            return;
        }

        foreach (var item in Items)
        {
            if (item.Key == name)
            {
                target.Add(newName, item.Value);
            }
        }

        Remove(name);
    }

    public Span<KeyValuePair<string, string>>.Enumerator GetEnumerator() => Items.GetEnumerator();
}
