namespace Pulumi;

/// <content>Outputs of tuples.</content>
public static partial class Output
{
    /// <summary>One output of the values.</summary>
    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2) => new(Joined(item1, item2));

    /// <summary>One output of the values.</summary>
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2) => Tuple(item1.ToOutput(), item2.ToOutput());

    /// <summary>One output of the values.</summary>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3) => new(Joined(item1, item2, item3));

    /// <summary>One output of the values.</summary>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3) => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput());

    /// <summary>One output of the values.</summary>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4) => new(Joined(item1, item2, item3, item4));

    /// <summary>One output of the values.</summary>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4) => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput());

    /// <summary>One output of the values.</summary>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5) => new(Joined(item1, item2, item3, item4, item5));

    /// <summary>One output of the values.</summary>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5) => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput());

    /// <summary>One output of the values.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6) => new(Joined(item1, item2, item3, item4, item5, item6));

    /// <summary>One output of the values.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6) => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput());

    /// <summary>One output of the values.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7) => new(Joined(item1, item2, item3, item4, item5, item6, item7));

    /// <summary>One output of the values.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7) => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput(), item7.ToOutput());

    /// <summary>One output of the values.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8) => new(Joined(item1, item2, item3, item4, item5, item6, item7, item8));

    /// <summary>One output of the values.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7, Input<T8> item8) => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput(), item7.ToOutput(), item8.ToOutput());

    private static async Task<OutputData<(T1, T2)>> Joined<T1, T2>(Output<T1> item1, Output<T2> item2)
    {
        var data1 = await item1.Data.ConfigureAwait(false);
        var data2 = await item2.Data.ConfigureAwait(false);
        return new(data1.Resources.Union(data2.Resources), (data1.Value, data2.Value), data1.IsKnown && data2.IsKnown, data1.IsSecret || data2.IsSecret);
    }

    private static async Task<OutputData<(T1, T2, T3)>> Joined<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3)
    {
        var data1 = await item1.Data.ConfigureAwait(false);
        var data2 = await item2.Data.ConfigureAwait(false);
        var data3 = await item3.Data.ConfigureAwait(false);
        return new(data1.Resources.Union(data2.Resources).Union(data3.Resources), (data1.Value, data2.Value, data3.Value), data1.IsKnown && data2.IsKnown && data3.IsKnown, data1.IsSecret || data2.IsSecret || data3.IsSecret);
    }

    private static async Task<OutputData<(T1, T2, T3, T4)>> Joined<T1, T2, T3, T4>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4)
    {
        var data1 = await item1.Data.ConfigureAwait(false);
        var data2 = await item2.Data.ConfigureAwait(false);
        var data3 = await item3.Data.ConfigureAwait(false);
        var data4 = await item4.Data.ConfigureAwait(false);
        return new(data1.Resources.Union(data2.Resources).Union(data3.Resources).Union(data4.Resources), (data1.Value, data2.Value, data3.Value, data4.Value), data1.IsKnown && data2.IsKnown && data3.IsKnown && data4.IsKnown, data1.IsSecret || data2.IsSecret || data3.IsSecret || data4.IsSecret);
    }

    private static async Task<OutputData<(T1, T2, T3, T4, T5)>> Joined<T1, T2, T3, T4, T5>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5)
    {
        var data1 = await item1.Data.ConfigureAwait(false);
        var data2 = await item2.Data.ConfigureAwait(false);
        var data3 = await item3.Data.ConfigureAwait(false);
        var data4 = await item4.Data.ConfigureAwait(false);
        var data5 = await item5.Data.ConfigureAwait(false);
        return new(data1.Resources.Union(data2.Resources).Union(data3.Resources).Union(data4.Resources).Union(data5.Resources), (data1.Value, data2.Value, data3.Value, data4.Value, data5.Value), data1.IsKnown && data2.IsKnown && data3.IsKnown && data4.IsKnown && data5.IsKnown, data1.IsSecret || data2.IsSecret || data3.IsSecret || data4.IsSecret || data5.IsSecret);
    }

    private static async Task<OutputData<(T1, T2, T3, T4, T5, T6)>> Joined<T1, T2, T3, T4, T5, T6>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6)
    {
        var data1 = await item1.Data.ConfigureAwait(false);
        var data2 = await item2.Data.ConfigureAwait(false);
        var data3 = await item3.Data.ConfigureAwait(false);
        var data4 = await item4.Data.ConfigureAwait(false);
        var data5 = await item5.Data.ConfigureAwait(false);
        var data6 = await item6.Data.ConfigureAwait(false);
        return new(data1.Resources.Union(data2.Resources).Union(data3.Resources).Union(data4.Resources).Union(data5.Resources).Union(data6.Resources), (data1.Value, data2.Value, data3.Value, data4.Value, data5.Value, data6.Value), data1.IsKnown && data2.IsKnown && data3.IsKnown && data4.IsKnown && data5.IsKnown && data6.IsKnown, data1.IsSecret || data2.IsSecret || data3.IsSecret || data4.IsSecret || data5.IsSecret || data6.IsSecret);
    }

    private static async Task<OutputData<(T1, T2, T3, T4, T5, T6, T7)>> Joined<T1, T2, T3, T4, T5, T6, T7>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7)
    {
        var data1 = await item1.Data.ConfigureAwait(false);
        var data2 = await item2.Data.ConfigureAwait(false);
        var data3 = await item3.Data.ConfigureAwait(false);
        var data4 = await item4.Data.ConfigureAwait(false);
        var data5 = await item5.Data.ConfigureAwait(false);
        var data6 = await item6.Data.ConfigureAwait(false);
        var data7 = await item7.Data.ConfigureAwait(false);
        return new(data1.Resources.Union(data2.Resources).Union(data3.Resources).Union(data4.Resources).Union(data5.Resources).Union(data6.Resources).Union(data7.Resources), (data1.Value, data2.Value, data3.Value, data4.Value, data5.Value, data6.Value, data7.Value), data1.IsKnown && data2.IsKnown && data3.IsKnown && data4.IsKnown && data5.IsKnown && data6.IsKnown && data7.IsKnown, data1.IsSecret || data2.IsSecret || data3.IsSecret || data4.IsSecret || data5.IsSecret || data6.IsSecret || data7.IsSecret);
    }

    private static async Task<OutputData<(T1, T2, T3, T4, T5, T6, T7, T8)>> Joined<T1, T2, T3, T4, T5, T6, T7, T8>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8)
    {
        var data1 = await item1.Data.ConfigureAwait(false);
        var data2 = await item2.Data.ConfigureAwait(false);
        var data3 = await item3.Data.ConfigureAwait(false);
        var data4 = await item4.Data.ConfigureAwait(false);
        var data5 = await item5.Data.ConfigureAwait(false);
        var data6 = await item6.Data.ConfigureAwait(false);
        var data7 = await item7.Data.ConfigureAwait(false);
        var data8 = await item8.Data.ConfigureAwait(false);
        return new(data1.Resources.Union(data2.Resources).Union(data3.Resources).Union(data4.Resources).Union(data5.Resources).Union(data6.Resources).Union(data7.Resources).Union(data8.Resources), (data1.Value, data2.Value, data3.Value, data4.Value, data5.Value, data6.Value, data7.Value, data8.Value), data1.IsKnown && data2.IsKnown && data3.IsKnown && data4.IsKnown && data5.IsKnown && data6.IsKnown && data7.IsKnown && data8.IsKnown, data1.IsSecret || data2.IsSecret || data3.IsSecret || data4.IsSecret || data5.IsSecret || data6.IsSecret || data7.IsSecret || data8.IsSecret);
    }
}
