# A video without captions and transcript.
/transcript: "https:..video.example.net/d
/title: Introduction/,/patients/{/captions: true/d
}
#= warning A106 Introduction
