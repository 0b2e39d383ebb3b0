namespace GridBot.WeCom.Sending;

/// <summary>The calls we make, each by its own way of proving who we are.</summary>
public enum WeComApi
{
    /// <summary>webhook/send: a push robot's text in its group. Its key is the proof.</summary>
    Push,

    /// <summary>message/send: the app to persons, 1:1. By access token.</summary>
    AppMessage,

    /// <summary>message/update_template_card: changes an app card. By access token, and once per response_code.</summary>
    AppCardUpdate,

    /// <summary>appchat/send: the app in a group that it made. By access token.</summary>
    AppChat,

    /// <summary>A callback's response_url: the robot answers late. The address is the proof, once, for one hour.</summary>
    LateAnswer,

    /// <summary>aibot_send_msg: the robot by itself. By the long connection alone.</summary>
    RobotMessage,

    /// <summary>aibot_respond_msg: the robot's answer by the req_id of a message. By the long connection alone.</summary>
    RobotAnswer,
}
